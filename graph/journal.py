"""The journal: who did what, when and why, of everything that people decide. Entries are added, never changed.

There is a journal for each thing that is decided: the versions of the policy, what is done with findings,
handovers. Each declares its events beside what they mean; the state of such a thing is what its entries say, read
in their order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from graph.errors import StoreContractBroken
from graph.messages.told import Told

E = TypeVar("E")


@dataclass(frozen=True, slots=True, eq=False)
class Journal(Generic[E]):
    """One journal: its name, and for each action the dataclass that says what was done."""

    name: str
    events: Mapping[str, type[E]]

    def action_of(self, event: E) -> str:
        """The action that the event is one of."""
        return next(action for action, said in self.events.items() if said is type(event))

    def entry(
        self, subject: str, action: str, at: str, actor: str, note: str | None, details: str, number: int
    ) -> Entry[E]:
        """An entry as a store keeps it; StoreContractBroken for what this program cannot read."""
        said: Any = self.events.get(action)
        if said is None:
            raise StoreContractBroken(
                Told(
                    f"journal {self.name}, {subject}: {action!r} is no action that is known",
                    f"日志 {self.name}，{subject}：{action!r} 是未知的操作",
                )
            )
        try:
            event: E = _form_of(said).validate_json(details)
        except ValidationError as error:
            raise StoreContractBroken(
                Told(
                    f"journal {self.name}, {subject}: {action}: {error}",
                    f"日志 {self.name}，{subject}：{action}：{error}",
                )
            ) from error
        return Entry(journal=self, subject=subject, event=event, at=at, actor=actor, note=note, number=number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Generic[E]):
    """One thing done.

    `number` counts the entries of a journal and subject from 1 without gaps, so that the last one is how many
    there are; as written, None takes the next one, and any other number than the next one is refused. `at` is a
    moment in UTC, ISO 8601 with microseconds and `+00:00`.
    """

    journal: Journal[E]
    subject: str
    event: E
    at: str
    actor: str
    note: str | None = None
    number: int | None = None

    @property
    def action(self) -> str:
        """What kind of thing it is."""
        return self.journal.action_of(self.event)

    @property
    def details(self) -> str:
        """What the event says, as JSON."""
        said: Any = type(self.event)
        return _form_of(said).dump_json(self.event).decode()


@cache
def _form_of(event: type[Any]) -> TypeAdapter[Any]:
    return TypeAdapter(event)
