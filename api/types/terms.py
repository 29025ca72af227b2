"""Terms of a score: views of `queries.terms`."""

from __future__ import annotations

import strawberry


@strawberry.type(description="One term of a score.")
class Term:
    """View of `queries.terms.Term`."""

    name: str = strawberry.field(description="What the term is.")
    value: float | None = strawberry.field(
        description="Its value; null where nothing is known, or nothing is there that it could be about."
    )
    weight: float = strawberry.field(description="Its weight in the score, of the policy.")
