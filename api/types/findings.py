"""What doing something with a finding did."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from api.types.payloads import UserError
from graph.model.shown import said
from queries.findings.worked import WorkedFinding


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingPayload:
    """What doing something with a finding did."""

    finding: Annotated[WorkedFinding | None, said("The finding after the change; null when nothing was written.")]
    user_errors: Annotated[tuple[UserError, ...], said("Why nothing was written; empty when it was.")]
