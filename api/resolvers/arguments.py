"""What resolvers are given of a request."""

from __future__ import annotations

from typing import TypeAlias

import strawberry

from api.context import Context

Info: TypeAlias = strawberry.Info[Context, None]
