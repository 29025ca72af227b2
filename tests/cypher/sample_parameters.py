"""A value of the right type for every parameter that statements have."""

from __future__ import annotations

from typing import Any

SAMPLES: dict[str, Any] = {
    "account": "a",
    "accounts": ["a"],
    "accounts_only": True,
    "after": "r",
    "among": ["Person"],
    "beginnings": [" w"],
    "causes": ["c"],
    "changes": {"id": {"trust": 3}},
    "company": "c",
    "computed_at": "2026-01-01T00:00:00.000000+00:00",
    "currency": "EUR",
    "day": "2026-01-01",
    "employee": "e",
    "employees": ["e"],
    "equal": "\nw\n",
    "first": 10,
    "from_day": "2026-01-01",
    "grade": "S",
    "holder": "h",
    "ids": ["id"],
    "industry": "energy",
    "is_account_wide_only": True,
    "is_of_companies": True,
    "key": "k",
    "keys": ["k"],
    "kind": "FINDING",
    "kinds": ["k"],
    "label": "Person",
    "lease_seconds": 1.5,
    "min_value_at_risk": 1.0,
    "only_missing": True,
    "order": "NAME",
    "orders": ["NAME"],
    "other_contacts": ["k"],
    "others": ["k"],
    "parent": "p",
    "pieces": ["p"],
    "policy": "p",
    "properties": {"account": "a", "day": "2026-01-01"},
    "property": "email",
    "ranks": [{"ordered_by": "NAME", "rank": "r"}],
    "region": "north",
    "revision": 1,
    "rows": [{"key": "k"}],
    "schema_version": 1,
    "severities": ["HIGH"],
    "side": "CUSTOMER",
    "start": "\nw",
    "subjects": ["s"],
    "to_day": "2026-01-01",
    "type": "ABOUT",
    "types": ["TIE"],
    "values": ["v"],
    "without_accounts": ["a"],
    "without_ids": ["id"],
    "words": ["w"],
}


def sample_parameters(names: tuple[str, ...]) -> dict[str, Any]:
    """Values for these parameters; KeyError for one that is new here."""
    return {name: SAMPLES[name] for name in names}
