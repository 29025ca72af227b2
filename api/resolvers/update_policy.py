"""`updatePolicy`: other numbers to compare with, as a new version that says who made it and why."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import strawberry

from api.context import Context
from api.graphql.policy_changes import is_number_and_word, number_or_word, policy_change
from api.resolvers.arguments import Info
from api.resolvers.user_errors import bad_input, conflict, signature_errors
from api.types.payloads import UserError
from api.types.policy_payloads import PolicyPayload, UpdatePolicyInput
from graph.errors import QuestionRejected, WrittenMeanwhile
from graph.journal import Entry
from graph.messages.told import Told
from graph.policy import WrongNumber
from graph.policy_book import PolicyBook, PolicyUpdated, version_entry
from graph.store import Changes
from graph.viewer import Viewer
from queries.question import POLICY_CHANGES_LIMIT, too_many_changes
from queries.questions.policy import shown_policy

_CHANGES = ["input", "changes"]
_KNOWN = Told("a number, or an entry of one, that the query `policy` lists", "查询 `policy` 所列的数值或其条目")


async def update_policy(
    info: Info, input: Annotated[UpdatePolicyInput, strawberry.argument(description="What to change.")]
) -> PolicyPayload:
    """Writes the next version, or says why not. It is judged as a whole, with all versions before it."""
    context = info.context
    errors = await _update(context, input)
    context.written()
    book = await context.asker.policies()
    return PolicyPayload(
        policy=None if errors else shown_policy(book, input.grade), version=book.version, user_errors=tuple(errors)
    )


async def _update(context: Context, given: UpdatePolicyInput) -> list[UserError]:
    """What is wrong with it; it is written when nothing is, and when it sets a number otherwise than it is set."""
    errors = [*signature_errors(["input"], actor=given.actor, note=given.note), *_unreadable(given)]
    if errors:
        return errors
    try:
        book = await context.asker.policies()
        if given.expected_version not in (None, book.version):
            return [_changed_meanwhile(given.expected_version, book.version)]
        entry = _entry(context.viewer, given, book.version + 1)
        errors = _unknown_set_back(given, book)
        if not errors and (await context.asker.with_version(entry)).layers != book.layers:
            await context.store.write(context.viewer, Changes(entries=(entry,)))
    except WrongNumber as wrong:
        return [bad_input([*_CHANGES, *_place(given, wrong)], wrong.told)]
    except QuestionRejected as wrong:
        return [bad_input(_CHANGES, wrong.told)]
    except WrittenMeanwhile:
        return [_changed_meanwhile(book.version, (await context.asker.policies()).version)]
    return errors


def _entry(viewer: Viewer, given: UpdatePolicyInput, number: int) -> Entry[PolicyUpdated]:
    return version_entry(
        number,
        given.grade,
        [policy_change(one) for one in given.changes],
        at=datetime.now(UTC).isoformat(timespec="microseconds"),
        viewer=viewer.named(given.actor),
        note=given.note,
    )


def _unreadable(given: UpdatePolicyInput) -> list[UserError]:
    """What is wrong with the changes whatever the policy is."""
    if not given.changes:
        return [bad_input(_CHANGES, Told("expected one number at least", "至少应有一个数值"))]
    if len(given.changes) > POLICY_CHANGES_LIMIT:
        return [bad_input(_CHANGES, too_many_changes(len(given.changes)))]
    return [
        bad_input([*_CHANGES, str(place)], number_or_word(change.name))
        for place, change in enumerate(given.changes)
        if is_number_and_word(change)
    ]


def _unknown_set_back(given: UpdatePolicyInput, book: PolicyBook) -> list[UserError]:
    """Changes that are to set a number back which there is not."""
    known = {(one.name, one.member) for one in shown_policy(book, given.grade).values}
    return [
        bad_input([*_CHANGES, str(place)], WrongNumber(_KNOWN, change.name, change.member).told)
        for place, change in enumerate(given.changes)
        if change.value is None and change.text is None
        if change.name != "rates" and (change.name, change.member) not in known
    ]


def _place(given: UpdatePolicyInput, wrong: WrongNumber) -> list[str]:
    """The index of the one change that it is about, if it is about one: a sum is wrong by all that change it."""
    places = [
        str(place)
        for place, change in enumerate(given.changes)
        if change.name == wrong.name and wrong.member in (None, change.member)
    ]
    return places if len(places) == 1 else []


def _changed_meanwhile(expected: int | None, version: int) -> UserError:
    told = Told(
        f"{expected}: expected {version}, the policy's version by now",
        f"{expected}：应为 {version}，即政策的现行版本",
    )
    return conflict(["input", "expectedVersion"], told)
