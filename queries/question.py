"""What a question is: its parameters, the part of the graph it reads, and one pure answer.

A question never reads a store. It names a `Scope`; the asker (`queries.ask`) finds the accounts of that scope,
makes an `AccountView` of each, has the question answer each of them, and lets it combine the parts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Generic, TypeVar

from graph.errors import QuestionRejected
from graph.messages.told import Told, in_both
from graph.model.kind import Kind
from graph.model.shown import ShownField, said, shown_fields
from graph.policy_book import PolicyChange
from queries.account_view import AccountView
from queries.needs import Need


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """Arguments of a question; hashable, so that what depends on them can be kept."""

    as_of: Annotated[
        date | None, said(Told("The day that is asked about; today when left out.", "所问的日期；省略时为今天。"))
    ] = None
    policy: Annotated[
        tuple[PolicyChange, ...],
        said(
            Told(
                "What if: numbers of the policy for this answer alone, whatever the customer's grade.",
                "假设：只用于本次回答的政策数值，不论客户等级。",
            )
        ),
    ] = ()
    """Over the policy of every grade."""
    policy_version: int = 0
    """The version of the policy that the answer uses, which it names; set by the asker, whatever is given."""

    def day_meant(self, today: date) -> date:
        """The day that the question is about where none is given."""
        return today

    @property
    def day(self) -> date:
        """The day that the question is about; ValueError when none is set, as the asker does before it asks.

        A pure answer depends on what it is given, and not on a clock.
        """
        if self.as_of is None:
            raise ValueError("as_of: expected a day, which the asker sets")
        return self.as_of


@dataclass(frozen=True, slots=True, kw_only=True)
class TodaysParams(Params):
    """Parameters of a question about what is recorded or kept: of today, and by the policy as it is."""

    as_of: date | None = None
    policy: tuple[PolicyChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Scope:
    """Which accounts a question reads: those of one node, or all of them.

    `others` are further nodes whose accounts are read too. `must_exist` are further keys in the question, for a
    clear error when one of them names nothing. `accounts` are the keys of the accounts where they are known.
    """

    kind: Kind[Any] | None = None
    key: str | None = None
    must_exist: tuple[tuple[Kind[Any], str], ...] = ()
    others: tuple[tuple[Kind[Any], str], ...] = ()
    accounts: tuple[str, ...] | None = None


NO_ACCOUNTS = Scope(accounts=())
"""That of a question which is answered by what it needs alone."""


KEYS_LIMIT = 1_000
"""Keys of people in one argument, and the people whom a team that is named stands for."""
POLICY_CHANGES_LIMIT = 100
"""Numbers of the policy that go over it at once."""


def too_many_changes(count: int) -> Told:
    """What is said of more of them."""
    return Told(
        f"policy: {count} changes: expected at most {POLICY_CHANGES_LIMIT}",
        f"政策：{count} 处更改：最多 {POLICY_CHANGES_LIMIT} 处",
    )


P = TypeVar("P", bound=Params)
Part = TypeVar("Part")
A = TypeVar("A")


def no_part(view: AccountView, params: object) -> None:
    """That of a question about no accounts."""


@dataclass(frozen=True, kw_only=True)
class Question(Generic[P, Part, A]):
    """One business question.

    `name` is the stem of its file, GraphQL field and documentation; `sentence` is what it answers, `more` what
    else is told of it where it is asked. `params` and `answer` declare what it is given and what it answers:
    whatever asks and shows it is made from them (`graph.model.shown`); `may_be_nothing` is of one
    that may answer None.
    `part` answers it for one account and depends on nothing else; `combine` makes the answer out of the parts,
    in the order of the accounts' keys. Both raise QuestionRejected for parameters without an answer and
    NotInGraph for keys that the account does not have. `narrowed` are the parameters that a part depends on:
    questions that agree in them share their parts, which are then kept with the account's revision. `needs` is
    what else it needs to know (`queries.needs`), which the asker reads.
    """

    name: str
    sentence: str
    params: type[P]
    answer: type[A]
    scope: Callable[[P], Scope]
    part: Callable[[AccountView, P], Part]
    combine: Callable[[Sequence[Part], P], A]
    may_be_nothing: bool = False
    more: str = ""
    narrowed: Callable[[P], P] | None = None
    needs: tuple[Need[P, A], ...] = ()

    @property
    def description(self) -> Told:
        """All that is told of it where it is asked."""
        sentence, more = in_both(self.sentence), in_both(self.more)
        return Told(f"{sentence} {more}".strip(), f"{sentence.chinese}{more.chinese}")


def parameters_of(params: type[Params]) -> tuple[ShownField, ...]:
    """The parameters that whoever asks may give: the question's own, then those of every question."""
    found = {one.attribute: one for one in shown_fields(params)}
    last = [found.pop(one.attribute, None) for one in shown_fields(Params)]
    return (*found.values(), *(one for one in last if one is not None))


def check_given(given: ShownField, value: Any) -> None:
    """QuestionRejected, which names the limit, for a number that is beyond what may be given."""
    at_most = given.shown.at_most
    if at_most is not None and value is not None and not 1 <= value <= at_most:
        raise QuestionRejected(
            Told(
                f"{given.name}: {value} is out of range; expected 1 to {at_most}",
                f"{given.name}：{value} 超出范围；应为 1 至 {at_most}",
            )
        )


def common(params: Params) -> dict[str, Any]:
    """The parameters that every question has, to make narrowed ones of."""
    return {"as_of": params.as_of, "policy": params.policy, "policy_version": params.policy_version}


def single(parts: Sequence[A], params: object) -> A:
    """Combines the parts of a question that is about one account: its only part."""
    (part,) = parts
    return part
