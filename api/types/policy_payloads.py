"""What changes the policy, and what that did."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import strawberry

from api.types.payloads import UserError
from api.types.policy import PolicyChangeInput
from graph.model.shown import said
from graph.model.words import Grade
from queries.questions.policy import Policy


@strawberry.input(description="Numbers of the policy to change, for one customer grade or for all.")
class UpdatePolicyInput:
    """Argument of `updatePolicy`."""

    grade: Grade | None = strawberry.field(default=None, description="Customer grade; for all when left out.")
    changes: list[PolicyChangeInput] = strawberry.field(
        description="What to set, at most 100 numbers; one without value and text goes back to the default."
    )
    actor: str = strawberry.field(description="Who changes it, at most 200 characters.")
    expected_version: int | None = strawberry.field(
        default=None,
        description="The version that it was made for, as `policy` says; refused when it is another by now.",
    )
    note: str | None = strawberry.field(default=None, description="Why.")


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyPayload:
    """What a change of the policy did."""

    policy: Annotated[
        Policy | None, said("The numbers for that grade after the change; null when it was refused.")
    ]
    version: Annotated[int, said("The version in force now: the one before when nothing was set otherwise.")]
    user_errors: Annotated[tuple[UserError, ...], said("Why it was refused; empty when it was not.")]
