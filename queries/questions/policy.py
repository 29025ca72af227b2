"""Policy: which numbers do the analyses compare with, and where does each come from?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Annotated, Any

from graph.messages.told import Told
from graph.model.shown import said, word
from graph.model.words import Grade, Trust
from graph.policy import Policy as Numbers
from graph.policy_book import PolicyBook
from queries.needs import Need, PolicyInForce, read_before
from queries.policy_numbers import MEMBER, number_or_word
from queries.question import NO_ACCOUNTS, Question, TodaysParams, no_part


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyParams(TodaysParams):
    """The grade; `book` is the policy of every grade."""

    grade: Annotated[
        Grade | None,
        said(Told("Customer grade; the default policy when left out.", "客户等级；省略时为默认政策。")),
    ] = None
    book: PolicyBook | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyValue:
    """A number, or a word, that the analyses compare with."""

    name: Annotated[str, said("Its name, also in the policy file.")]
    member: Annotated[str | None, said(MEMBER)]
    value: Annotated[float | None, said("The number; null when it is a word or not set.")]
    text: Annotated[str | None, said("The word, such as a currency.")]
    meaning: Annotated[str, said("What it is.")]
    source: Annotated[str, said("Where the default comes from; ours is a choice, not a measurement.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The numbers that the analyses compare with."""

    grade: Annotated[str | None, word(Grade, "The customer grade they hold for; null: the default.")]
    version: Annotated[
        int, said("How often the policy had been changed; `updatePolicy` is told it as `expectedVersion`.")
    ]
    values: Annotated[tuple[PolicyValue, ...], said("Every number.")]


def shown_policy(book: PolicyBook, grade: str | None) -> Policy:
    """The book's policy for the grade: one row for each member of those numbers that are several."""
    return Policy(grade=grade, version=book.version, values=tuple(_values(book.for_grade(grade))))


def _values(policy: Numbers) -> Iterator[PolicyValue]:
    for item in fields(policy):
        for member, one in _members(getattr(policy, item.name)):
            number, text = number_or_word(one)
            yield PolicyValue(
                name=item.name,
                member=member,
                value=number,
                text=text,
                meaning=item.metadata["meaning"],
                source=item.metadata["source"],
            )


def _members(value: Any) -> list[tuple[str | None, Any]]:
    if isinstance(value, Mapping):
        return [(str(member), one) for member, one in value.items()]
    if isinstance(value, tuple):  # trust weights, by level
        return [(str(member), one) for member, one in zip(Trust, value, strict=True)]
    return [(None, value)]


def answer(parts: Sequence[None], params: PolicyParams) -> Policy:
    """The numbers for the grade."""
    return shown_policy(read_before(params.book), params.grade)


POLICY: Question[PolicyParams, None, Policy] = Question(
    name="policy",
    sentence=Told(
        "The numbers that the analyses compare with, and where each comes from.", "分析所用的数值及其出处。"
    ),
    params=PolicyParams,
    answer=Policy,
    needs=(Need(lambda params: PolicyInForce(), into="book"),),
    scope=lambda params: NO_ACCOUNTS,
    part=no_part,
    combine=answer,
)
