"""`updatePolicy`: other numbers to compare with, as a new version that says who made it and why."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import strawberry

from api.context import Context
from api.resolvers.arguments import Info, policy_changes
from api.resolvers.policy import shown_policy
from api.resolvers.user_errors import bad_input, conflict, signature_errors
from api.types.payloads import UserError
from api.types.policy_payloads import PolicyPayload, UpdatePolicyInput
from graph.errors import QuestionRejected, WrittenMeanwhile
from graph.journal import JournalEntry
from graph.policy_book import PolicyBook, version_entry
from graph.store import Changes

_CHANGES = ["input", "changes"]


async def update_policy(
    info: Info, input: Annotated[UpdatePolicyInput, strawberry.argument(description="What to change.")]
) -> PolicyPayload:
    """Writes the next version, or says why not. It is judged as a whole, with all versions before it."""
    context = info.context
    errors = await _update(context, input)
    context.written()
    book = await context.asker.policies()
    return PolicyPayload(
        policy=None if errors else shown_policy(book, input.grade), version=book.version, user_errors=errors
    )


async def _update(context: Context, given: UpdatePolicyInput) -> list[UserError]:
    errors = signature_errors(["input"], actor=given.actor, note=given.note)
    try:
        entry = _entry(given)
        if not given.changes:
            errors.append(bad_input(_CHANGES, "expected one number at least"))
        if errors:
            return errors
        book = await context.asker.policies()
        if given.expected_version != book.version:
            return [_changed_meanwhile(given.expected_version, book.version)]
        _check_set_back(given, book)
        await context.asker.check_version(entry)
        await context.store.write(Changes(entries=(entry,)))
    except (QuestionRejected, ValueError) as wrong:
        return [*errors, bad_input(_CHANGES, str(wrong))]
    except WrittenMeanwhile:
        return [_changed_meanwhile(given.expected_version, (await context.asker.policies()).version)]
    return []


def _entry(given: UpdatePolicyInput) -> JournalEntry:
    return version_entry(
        given.expected_version + 1,
        given.grade,
        policy_changes(given.changes),
        at=datetime.now(UTC).isoformat(timespec="microseconds"),
        actor=given.actor,
        note=given.note,
    )


def _check_set_back(given: UpdatePolicyInput, book: PolicyBook) -> None:
    """QuestionRejected when a number that is to go back to its default is none."""
    known = {(one.name, one.member) for one in shown_policy(book, given.grade).values}
    for change in given.changes:
        is_set_back = change.value is None and change.text is None
        if is_set_back and change.name != "rates" and (change.name, change.member) not in known:
            named = change.name if change.member is None else f"{change.name}.{change.member}"
            raise QuestionRejected(f"policy: {named}: there is no such number")


def _changed_meanwhile(expected: int, version: int) -> UserError:
    return conflict(["input", "expectedVersion"], f"{expected}: the policy has version {version} by now")
