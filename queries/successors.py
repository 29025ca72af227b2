"""Successors: which of our people could take over a contact, ranked, with every term of the ranking."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from graph.account_graph import Member
from queries.account_view import AccountView
from queries.terms import Term


@dataclass(frozen=True, slots=True)
class Successor:
    """One of our people for one contact; `score` is 0 to 1, the sum of the terms by their weights.

    `is_colleague` marks people from outside the account, who are asked only where it has nobody left.
    """

    employee: str
    score: float
    terms: tuple[Term, ...]
    is_colleague: bool = False


def ranked_successors(
    view: AccountView,
    contact: str,
    leaving: Collection[str],
    *,
    capacity: int | None = None,
    colleagues: Collection[Member] = (),
) -> tuple[Successor, ...]:
    """Everybody who could, best first, then by key."""
    raise NotImplementedError
