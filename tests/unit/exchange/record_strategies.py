"""Hypothesis strategies: records that obey the rules, of any text that the format allows."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from graph.model import words
from graph.model.cell import ColumnType
from graph.model.column import Column
from graph.model.record import Row
from graph.model.record_kinds import RECORD_KINDS
from graph.rules.written_forms import first_unseen, plain_form, tidied
from graph.store import Table

_TRICKY = st.sampled_from(
    [
        "1001", "1001.0", "007", "1e5", "2026-03-31", "true", "FALSE", "=1+1", "+49", "-x", "@me", "#N/A", " x",
        "x ", "a,b", 'say "hi"', "a;b", '"a"', "客户 王伟", "_x000D_", "é", "é", "🙂", "NULL",
        "None", "\u2028", "\ufeffx",
    ]
)  # fmt: skip
_CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")


def _is_kept(text: str) -> bool:
    return tidied(text) == text != ""


def _is_key(text: str) -> bool:
    return _is_kept(text) and first_unseen(text) is None and plain_form(text) == text


_KEY_CHARACTERS = st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"])
_KEYS = (_TRICKY | st.text(_KEY_CHARACTERS, min_size=1, max_size=12)).filter(_is_key)
_LINES = st.sampled_from(["one\ntwo", "one\r\ntwo", "\n", " ", "\t", "\x0b\x1f", "\ufffe"])
_TEXTS = (_TRICKY | _LINES | st.text(_CHARACTERS, min_size=1, max_size=20)).filter(_is_kept)
_DATES = st.dates(date(1900, 1, 1), date(2026, 1, 1)).map(lambda day: day.isoformat())
_AMOUNTS = st.floats(0, allow_nan=False, allow_infinity=False).map(abs)
_RATES = st.floats(0, exclude_min=True, allow_nan=False, allow_infinity=False)
_WEIGHTS = st.floats(0, 1, exclude_min=True)


def _of_type(column: Column) -> st.SearchStrategy[Any]:
    members = [word.value for word in column.words] if column.words else []
    by_type: dict[ColumnType, st.SearchStrategy[Any]] = {
        ColumnType.TEXT: _TEXTS,
        ColumnType.ENUM: st.sampled_from(members or [""]),
        ColumnType.ENUMS: st.lists(st.sampled_from(members or [""]), unique=True).map(tuple),
        ColumnType.DATE: _DATES,
        ColumnType.WEIGHT: _WEIGHTS,
        ColumnType.MONEY: _AMOUNTS,
        ColumnType.RATE: _RATES,
        ColumnType.CURRENCY: st.sampled_from(["CNY", "EUR", "USD"]),
        ColumnType.SCALE: st.integers(1, 5),
        ColumnType.TRUST: st.integers(1, 5),
        ColumnType.FLAG: st.booleans(),
    }
    values = by_type[column.type]
    return values if column.is_required or column.type is ColumnType.ENUMS else st.none() | values


@st.composite
def worlds(draw: st.DrawFn) -> list[Table]:
    """A few records of every kind, full rows, consistent with each other."""
    keys = {name: draw(st.lists(_KEYS, min_size=4, max_size=6, unique=True)) for name in RECORD_KINDS}
    companies, people = keys["companies"], keys["people"]
    side = dict.fromkeys(companies, words.Side.CUSTOMER.value)
    side[companies[0]], side[companies[1]] = words.Side.SUPPLIER.value, words.Side.COMPETITOR.value
    place = {key: companies[0] if index < 2 else companies[2] for index, key in enumerate(people)}
    departments = keys["departments"]
    home = {key: companies[2 if index % 2 else 3] for index, key in enumerate(departments)}

    def row(name: str, **fixed: Any) -> Row:
        return tuple(
            fixed[column.name] if column.name in fixed else draw(_of_type(column))
            for column in RECORD_KINDS[name].columns
        )

    def period() -> dict[str, str | None]:
        ends = sorted(draw(st.lists(_DATES, min_size=2, max_size=2, unique=True)))
        return {
            "valid_from": draw(st.sampled_from([None, ends[0]])),
            "valid_to": draw(st.sampled_from([None, ends[1]])),
        }

    def some(among: list[str]) -> str | None:
        return draw(st.none() | st.sampled_from(among))

    ours, theirs = people[:2], people[2:]
    opportunities = keys["opportunities"]
    rows: dict[str, list[Row]] = {
        "companies": [
            row("companies", key=key, side=side[key], parent=companies[2] if index == 3 else None)
            for index, key in enumerate(companies)
        ],
        "departments": [
            row(
                "departments",
                key=key,
                company=home[key],
                parent=departments[index - 2] if index >= 2 else None,
            )
            for index, key in enumerate(departments)
        ],
        "people": [
            row("people", key=key, company=place[key], department=None, title=None, level=None)
            if index == len(people) - 1
            else row("people", key=key, company=place[key], department=departments[1] if index == 2 else None)
            for index, key in enumerate(people)
        ],
        "works_in": [
            row("works_in", person=people[-1], company=companies[2], department=departments[1], **period())
        ],
        "reports_to": [
            row("reports_to", person=theirs[0], manager=theirs[1], kind=kind.value, **period())
            for kind in words.ReportingKind
        ],
        "influences": [row("influences", influencer=theirs[0], influenced=theirs[1], **period())],
        "conflicts": [row("conflicts", person=theirs[1], other=theirs[0], **period())],
        "ties": [row("ties", employee=key, contact=theirs[0], **period()) for key in ours],
        "opportunities": [row("opportunities", key=key, company=companies[2]) for key in opportunities],
        "decision_roles": [row("decision_roles", person=theirs[0], opportunity=opportunities[0], **period())],
        "positions": [
            row("positions", person=theirs[0], opportunity=one, company=other, leans_to=some([companies[1]]))
            for one, other in ((opportunities[0], None), (None, companies[2]))
        ],
        "interactions": [
            row(
                "interactions",
                key=key,
                participants=tuple(sorted(draw(st.sets(st.sampled_from(people), min_size=1)))),
                company=some(companies),
                opportunity=some(opportunities),
            )
            for key in keys["interactions"]
        ],
        "agreements": [row("agreements", key=key, company=companies[2], **period()) for key in keys["agreements"]],
        "rates": [row("rates", currency=currency) for currency in ("EUR", "USD")],
    }
    return [Table.of_rows(kind, kind.column_names, rows[name]) for name, kind in RECORD_KINDS.items()]
