"""How people are called in what others are told of them."""

from __future__ import annotations

from dataclasses import dataclass

from graph.messages.message import Message
from queries.account_view import AccountView


@dataclass(frozen=True, kw_only=True)
class Seat(
    Message,
    key="seat",
    english="the { $title } ({ $person })",
    chinese="{ $title }（{ $person }）",
):
    """A seat whose holder is not known by name; `person` is the key."""

    title: str
    person: str


Name = str | Seat


def called(view: AccountView, person: str) -> Name:
    """The name of a person; for a seat whose holder is not known its title, and the key."""
    member = view.graph.everyone.get(person)
    if member is not None and member.name:
        return member.name
    return Seat(title=member.title, person=person) if member is not None and member.title else person
