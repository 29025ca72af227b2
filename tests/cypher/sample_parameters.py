"""A value of the right type for every parameter that statements have."""

from __future__ import annotations

from typing import Any

SAMPLES: dict[str, Any] = {
    "account": "a",
    "accounts": ["a"],
    "accounts_only": True,
    "changes": {"id": {"trust": 3}},
    "first": 10,
    "grade": "S",
    "ids": ["id"],
    "industry": "energy",
    "key": "k",
    "keys": ["k"],
    "label": "Person",
    "other_contacts": ["k"],
    "others": ["k"],
    "parent": "p",
    "property": "email",
    "region": "north",
    "rows": [["k"]],
    "schema_version": 1,
    "side": "CUSTOMER",
    "text": "t",
    "type": "ABOUT",
    "types": ["TIE"],
    "values": ["v"],
}


def sample_parameters(names: tuple[str, ...]) -> dict[str, Any]:
    """Values for these parameters; KeyError for one that is new here."""
    return {name: SAMPLES[name] for name in names}
