"""The policy: its numbers, what a question or a mutation changes of them, and its versions."""

from __future__ import annotations

import strawberry

from graph.model.words import Grade

_MEMBER = "Which of several: a stage, a part, a severity, a grade, a trust level, a term, a currency."


@strawberry.type(description="A number, or a word, that the analyses compare with.")
class PolicyValue:
    """One value of `graph.policy.Policy`; one row for each member of those that are several."""

    name: str = strawberry.field(description="Its name, also in the policy file.")
    member: str | None = strawberry.field(description=_MEMBER)
    value: float | None = strawberry.field(description="The number; null when it is a word or not set.")
    text: str | None = strawberry.field(description="The word, such as a currency.")
    meaning: str = strawberry.field(description="What it is.")
    source: str = strawberry.field(
        description="Where the default comes from; ours is a choice, not a measurement."
    )


@strawberry.type(description="The numbers that the analyses compare with.")
class Policy:
    """View of `graph.policy.Policy`."""

    grade: Grade | None = strawberry.field(description="The customer grade they hold for; null: the default.")
    version: int = strawberry.field(
        description="How often the policy had been changed; `updatePolicy` is told it as `expectedVersion`."
    )
    values: list[PolicyValue] = strawberry.field(description="Every number.")


@strawberry.input(description="A number of the policy, and what it is set to. Neither value nor text: set back.")
class PolicyChangeInput:
    """Argument form of `graph.policy_book.PolicyChange`."""

    name: str = strawberry.field(description="Its name, as `policy` shows it.")
    member: str | None = strawberry.field(default=None, description=_MEMBER)
    value: float | None = strawberry.field(default=None, description="The number.")
    text: str | None = strawberry.field(default=None, description="The word, of a value that is one.")


@strawberry.type(description="A number of the policy, and what it was set to.")
class PolicyChange:
    """View of `graph.policy_book.PolicyChange`."""

    name: str = strawberry.field(description="Its name.")
    member: str | None = strawberry.field(description=_MEMBER)
    value: float | None = strawberry.field(description="The number; null when it is a word, or was set back.")
    text: str | None = strawberry.field(description="The word; null when it is a number, or was set back.")


@strawberry.type(description="Who changed which numbers of the policy, when and why.")
class PolicyVersion:
    """View of an entry of the journal."""

    version: int = strawberry.field(description="The version that it made, counted from 1.")
    grade: Grade | None = strawberry.field(description="The customer grade it was for; null: for all.")
    changes: list[PolicyChange] = strawberry.field(description="What it changed.")
    at: str = strawberry.field(description="When, as ISO 8601 in UTC.")
    actor: str = strawberry.field(description="Who, as told by whoever changed it.")
    note: str | None = strawberry.field(description="Why, as told.")
