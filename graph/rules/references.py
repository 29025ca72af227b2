"""What a row refers to is there, and fits: departments of the same company, competitors that are competitors."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from graph.model.cell import ColumnType
from graph.model.companies import COMPANIES, DEPARTMENTS
from graph.model.deals import POSITIONS
from graph.model.kind import Kind
from graph.model.people import PEOPLE, WORKS_IN
from graph.model.record_kinds import RECORD_KINDS
from graph.model.words import Side
from graph.rules.lists import OTHER_SEPARATORS
from graph.rules.state import Finding, Records, State
from graph.rules.written_forms import difference, plain_form

NOUNS = {"companies": "company", "departments": "department", "people": "person", "opportunities": "opportunity"}
"""What one record of each kind that others refer to is called."""
NOT_THERE = "there is none with this key"
"""What the message of an unknown key says."""
BROUGHT_BY_SKIPPED = "the row that brings it is skipped"
"""What it says instead when the key is known, but not to stay."""


def find_bad_references(state: State) -> Iterator[Finding]:
    """Keys that nothing has, and nodes that do not belong together."""
    for name in state.inputs:
        for column in RECORD_KINDS[name].columns:
            if column.refers_to is not None:
                yield from _unknown_keys(state, state.records[name], column.name, RECORD_KINDS[column.refers_to])
    yield from _departments_elsewhere(state, PEOPLE, "department")
    yield from _departments_elsewhere(state, WORKS_IN, "department")
    yield from _departments_elsewhere(state, DEPARTMENTS, "parent")
    yield from _leanings_to_others(state)
    yield from _places_told_twice(state)


def _unknown_keys(state: State, records: Records, column: str, target: Kind[Any]) -> Iterator[Finding]:
    known = state.keys(target)
    values = records.brought(column)
    is_list = records.kind.column(column).type is ColumnType.KEYS
    unknown = set(chain.from_iterable(values) if is_list else values) - known - {None}
    if not unknown:
        return
    named = [column in part.columns for part in state.inputs[records.kind.name] for _ in range(part.row_count)]
    alike = {plain_form(key).casefold(): key for key in known}
    expected = {
        key: f"expected the key of a {NOUNS[target.name]}, {NOT_THERE}"
        + _meant(key, alike.get(plain_form(key).casefold()), is_list=is_list)
        for key in unknown
    }
    for index, value in enumerate(values):
        for key in value if is_list else (value,):
            if key in unknown and named[records.origins[index]]:  # what is kept was right before
                yield records.finding(index, column, expected[key])._replace(value=key)


def _meant(key: str, other: str | None, *, is_list: bool) -> str:
    """What the unknown key may have been meant for."""
    if other is not None:
        looks_alike = plain_form(key) == plain_form(other)
        return f"; did you mean {other!r}" + (f" ({difference(key, other)})?" if looks_alike else "?")
    if is_list and not OTHER_SEPARATORS.isdisjoint(key):
        return "; expected a list separated by ;"
    return ""


def _departments_elsewhere(state: State, kind: Kind[Any], column: str) -> Iterator[Finding]:
    """A department named by a row is of the company named by the row."""
    company_of = state.attribute(DEPARTMENTS, "key", "company")
    if not company_of:
        return
    records = state.of(kind)
    pairs = list(zip(records.column(column), records.column("company"), strict=True))
    strangers = {
        (department, company): company_of[department]
        for department, company in set(pairs)
        if company is not None and company_of.get(department) not in (None, company)
    }
    for index, pair in enumerate(pairs) if strangers else ():
        its_company = strangers.get(pair)
        if its_company is None:
            continue
        department, company = pair
        expected = f"expected a department of company {company!r}, this one is of {its_company!r}"
        finding = records.finding(index, column, expected)
        if finding.origin is not None and column not in state.columns_of(kind, finding.origin):
            said = (
                f"expected {its_company!r}, because of the {column} {department!r} in the store; to change the"
                f" company, bring the {column} too: empty, or one of {company!r}"
            )
            finding = records.finding(index, "company", said)
        if finding.origin is None:  # a stored row that the department's own move would break
            moved = _brought_row(state, DEPARTMENTS, department)
            said = f"expected {company!r}, because of {_of(kind)} {records.rows[index][0]!r} in this department"
            finding = Finding("departments", moved, "company", its_company, said)
        yield finding


def _of(kind: Kind[Any]) -> str:
    return {"people": "the person", "works_in": "an employment of", "departments": "the department"}[kind.name]


def _brought_row(state: State, kind: Kind[Any], key: str) -> int | None:
    """The index of the row brought for a node; None when none was."""
    records = state.of(kind)
    keys = records.brought("key")
    return records.origin(keys.index(key)) if key in keys else None


def _leanings_to_others(state: State) -> Iterator[Finding]:
    records = state.of(POSITIONS)
    leanings = records.column("leans_to")
    if not any(leanings):
        return
    side_of = state.attribute(COMPANIES, "key", "side")
    for index, company in enumerate(leanings):
        side = side_of.get(company)
        if company is None or side is None or side == Side.COMPETITOR:
            continue
        finding = records.finding(index, "leans_to", f"expected a company of side COMPETITOR, this one is {side}")
        if finding.origin is None:
            said = f"expected COMPETITOR, a position of {records.rows[index][0]!r} leans to this company"
            finding = Finding("companies", _brought_row(state, COMPANIES, company), "side", side, said)
        yield finding


def _places_told_twice(state: State) -> Iterator[Finding]:
    """A person with a history leaves department, title and level in `people` empty."""
    history = state.of(WORKS_IN)
    persons = history.column("person")
    with_history = set(persons)
    if not with_history:
        return
    people = state.of(PEOPLE)
    for index, key in enumerate(people.column("key")):
        if key not in with_history:
            continue
        for column in ("department", "title", "level"):
            expected = "expected nothing here, the person has rows in works_in that say it"
            finding = people.finding(index, column, expected)
            if finding.value is None:
                continue
            if finding.origin is None:
                expected = f"expected a person without {column} in people, which says {finding.value!r}"
                finding = history.finding(persons.index(key), "person", expected)
            yield finding
