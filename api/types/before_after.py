"""Numbers before and after what a question supposes: views of `queries.before_after`."""

from __future__ import annotations

import strawberry


@strawberry.type(description="A count before something happens and after it, both on the same day.")
class IntBeforeAfter:
    """View of `queries.before_after.BeforeAfter[int]`."""

    before: int = strawberry.field(description="As it is.")
    after: int = strawberry.field(description="As it would be.")


@strawberry.type(description="A number before something happens and after it, both on the same day.")
class FloatBeforeAfter:
    """View of `queries.before_after.BeforeAfter[float]`."""

    before: float = strawberry.field(description="As it is.")
    after: float = strawberry.field(description="As it would be.")
