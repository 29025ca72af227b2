"""Versions of the policy: who changed which numbers, when and why?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from graph import policy_book
from graph.journal import Entry
from graph.messages.told import Told
from graph.model.masks import Mask
from graph.model.shown import said, word
from graph.model.words import Grade
from graph.policy_book import PolicyUpdated
from queries.needs import Need, PolicyEntries
from queries.policy_numbers import MEMBER, number_or_word
from queries.question import NO_ACCOUNTS, Question, TodaysParams, no_part


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyVersionsParams(TodaysParams):
    """`entries` are the journal's, which make the versions."""

    entries: tuple[Entry[PolicyUpdated], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyChange:
    """A number of the policy, and what it was set to."""

    name: Annotated[str, said("Its name.")]
    member: Annotated[str | None, said(MEMBER)]
    value: Annotated[float | None, said("The number; null when it is a word, or was set back.")]
    text: Annotated[str | None, said("The word; null when it is a number, or was set back.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyVersion:
    """Who changed which numbers of the policy, when and why."""

    version: Annotated[int, said("The version that it made, counted from 1.")]
    grade: Annotated[str | None, word(Grade, "The customer grade it was for; null: for all.")]
    changes: Annotated[tuple[PolicyChange, ...], said("What it changed.")]
    at: Annotated[str, said("When, as ISO 8601 in UTC.")]
    actor: Annotated[str, said("Who, as told by whoever changed it.")]
    note: Annotated[str | None, said("Why, as told.", mask=Mask.NOTES)]


def answer(parts: Sequence[None], params: PolicyVersionsParams) -> tuple[PolicyVersion, ...]:
    """Every version of the policy, the first one first."""
    return tuple(
        PolicyVersion(
            version=entry.number or 0,
            grade=entry.event.grade,
            changes=tuple(map(_change, entry.event.changes)),
            at=entry.at,
            actor=entry.actor,
            note=entry.note,
        )
        for entry in params.entries
    )


def _change(made: policy_book.PolicyChange) -> PolicyChange:
    number, text = number_or_word(made.value)
    return PolicyChange(name=made.name, member=made.member, value=number, text=text)


POLICY_VERSIONS: Question[PolicyVersionsParams, None, tuple[PolicyVersion, ...]] = Question(
    name="policy_versions",
    sentence=Told(
        "Who changed which numbers of the policy, when and why; the first change first.",
        "谁在何时、因何更改了政策的哪些数值；最早的在前。",
    ),
    params=PolicyVersionsParams,
    answer=tuple[PolicyVersion, ...],
    needs=(Need(lambda params: PolicyEntries(), into="entries"),),
    scope=lambda params: NO_ACCOUNTS,
    part=no_part,
    combine=answer,
)
