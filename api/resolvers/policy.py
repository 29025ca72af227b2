"""`policy` and `policyVersions`: the numbers in force, and who changed them when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Annotated, Any

import strawberry

from api.context import Context
from api.resolvers.arguments import Info
from api.types import policy as shown
from graph.journal import Entry
from graph.model.words import Grade, Trust
from graph.policy import Policy
from graph.policy_book import POLICY_JOURNAL, POLICY_SUBJECT, PolicyBook, PolicyChange, PolicyUpdated


async def policy(
    info: Info,
    grade: Annotated[
        Grade | None, strawberry.argument(description="Customer grade; the default policy when left out.")
    ] = None,
) -> shown.Policy:
    """The numbers for a grade, each with its meaning and source."""
    return shown_policy(await info.context.asker.policies(), grade)


async def policy_versions(info: Info) -> list[shown.PolicyVersion]:
    """Every version of the policy, the first one first."""
    return [_version(entry) for entry in await policy_entries(info.context)]


async def policy_entries(context: Context) -> list[Entry[PolicyUpdated]]:
    """The journal's entries that make the versions."""
    return await context.store.read_entries(POLICY_JOURNAL, [POLICY_SUBJECT])


def shown_policy(book: PolicyBook, grade: Grade | None) -> shown.Policy:
    """The book's policy for the grade."""
    return shown.Policy(grade=grade, version=book.version, values=list(_values(book.for_grade(grade))))


def _version(entry: Entry[PolicyUpdated]) -> shown.PolicyVersion:
    return shown.PolicyVersion(
        version=entry.number or 0,
        grade=None if entry.event.grade is None else Grade(entry.event.grade),
        changes=list(_changes(entry.event.changes)),
        at=entry.at,
        actor=entry.actor,
        note=entry.note,
    )


def _changes(made: Iterable[PolicyChange]) -> Iterator[shown.PolicyChange]:
    for change in made:
        number, word = _number_or_word(change.value)
        yield shown.PolicyChange(name=change.name, member=change.member, value=number, text=word)


def _values(policy: Policy) -> Iterator[shown.PolicyValue]:
    for item in fields(policy):
        for member, one in _members(getattr(policy, item.name)):
            number, word = _number_or_word(one)
            yield shown.PolicyValue(
                name=item.name,
                member=member,
                value=number,
                text=word,
                meaning=item.metadata["meaning"],
                source=item.metadata["source"],
            )


def _number_or_word(value: Any) -> tuple[float | None, str | None]:
    if value is None or isinstance(value, str):
        return None, value
    return float(value), None


def _members(value: Any) -> list[tuple[str | None, Any]]:
    if isinstance(value, Mapping):
        return [(str(member), one) for member, one in value.items()]
    if isinstance(value, tuple):  # trust weights, by level
        return [(str(member), one) for member, one in zip(Trust, value, strict=True)]
    return [(None, value)]
