"""What a question or a mutation changes of the policy's numbers."""

from __future__ import annotations

import strawberry

from queries.policy_numbers import MEMBER


@strawberry.input(description="A number of the policy, and what it is set to. Neither value nor text: set back.")
class PolicyChangeInput:
    """Argument form of `graph.policy_book.PolicyChange`."""

    name: str = strawberry.field(description="Its name, as `policy` shows it.")
    member: str | None = strawberry.field(default=None, description=MEMBER)
    value: float | None = strawberry.field(default=None, description="The number.")
    text: str | None = strawberry.field(default=None, description="The word, of a value that is one.")
