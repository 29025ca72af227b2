"""What every answer says of the policy that it used."""

from __future__ import annotations

POLICY_VERSION = "Version of the policy that it is computed by: how often the policy had been changed."
