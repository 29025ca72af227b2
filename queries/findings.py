"""What findings of every question share: an id that lasts as long as the cause, and how people are called."""

from __future__ import annotations

from hashlib import blake2b

import orjson

from queries.account_view import AccountView


def finding_id(kind: str, *cause: str | None) -> str:
    """An id that stays the same while the kind and the keys of the cause do.

    >>> finding_id("SINGLE_HELD", "e1", "c1") == finding_id("SINGLE_HELD", "e1", "c1")
    True
    """
    return blake2b(orjson.dumps([kind, *cause]), digest_size=12).hexdigest()


def called(view: AccountView, person: str) -> str:
    """The name of a person; for a seat whose holder is not known its title, and the key."""
    member = view.graph.everyone.get(person)
    if member is not None and member.name:
        return member.name
    return f"the {member.title} ({person})" if member is not None and member.title else person


def percent(share: float) -> str:
    """A share for people to read.

    >>> percent(0.254)
    '25 %'
    """
    return f"{share * 100:.0f} %"
