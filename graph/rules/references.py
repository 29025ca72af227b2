"""What a row refers to is there, and fits: departments of the same company, competitors that are competitors."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from graph.messages.told import Told
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

_NOUNS = {
    "companies": Told("company", "公司"),
    "departments": Told("department", "部门"),
    "people": Told("person", "人员"),
    "opportunities": Told("opportunity", "项目"),
}


class UnknownKey(Told):
    """What is said of a key that nothing has."""


class StrangeKey(UnknownKey):
    """The same of one that looks like none that is there, so that somebody may look for what is meant."""


def brought_by_skipped(kind: str) -> Told:
    """What is said instead when a row brings the key, but is skipped."""
    noun = _NOUNS[kind]
    return Told(
        f"expected the key of a {noun}, the row that brings it is skipped",
        f"应为{noun.chinese}的编号，带来此编号的行已被跳过",
    )


_WHOSE = {
    "people": Told("the person", "人员"),
    "works_in": Told("an employment of", "任职者"),
    "departments": Told("the department", "部门"),
}


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
        key: unknown_key(target.name, _meant(key, alike.get(plain_form(key).casefold()), is_list=is_list))
        for key in unknown
    }
    for index, value in enumerate(values):
        for key in value if is_list else (value,):
            if key in unknown and named[records.origins[index]]:  # what is kept was right before
                yield records.finding(index, column, expected[key])._replace(value=key)


def unknown_key(kind: str, meant: Told | None = None) -> UnknownKey:
    """What is said of a key that no node of the kind has, and what it may have been meant for."""
    noun = _NOUNS[kind]
    english = f"expected the key of a {noun}, there is none with this key"
    chinese = f"应为{noun.chinese}的编号，没有此编号的{noun.chinese}"
    if meant is None:
        return StrangeKey(english, chinese)
    return UnknownKey(f"{english}; {meant}", f"{chinese}；{meant.chinese}")


def _meant(key: str, other: str | None, *, is_list: bool) -> Told | None:
    """What the unknown key may have been meant for."""
    if other is not None:
        if plain_form(key) != plain_form(other):
            return Told(f"did you mean {other!r}?", f"是否指 {other!r}？")
        unlike = difference(key, other)
        return Told(f"did you mean {other!r} ({unlike})?", f"是否指 {other!r}（{unlike.chinese}）？")
    if is_list and not OTHER_SEPARATORS.isdisjoint(key):
        return Told("expected a list separated by ;", "应为以 ; 分隔的列表")
    return None


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
        expected = Told(
            f"expected a department of company {company!r}, this one is of {its_company!r}",
            f"应为公司 {company!r} 的部门，此部门属于 {its_company!r}",
        )
        finding = records.finding(index, column, expected)
        if finding.origin is not None and column not in state.columns_of(kind, finding.origin):
            said = Told(
                f"expected {its_company!r}, because of the {column} {department!r} in the store; to change the"
                f" company, bring the {column} too: empty, or one of {company!r}",
                f"应为 {its_company!r}，因为存储库中的 {column} 是 {department!r}；"
                f"要更换公司，请同时带上 {column}：留空，或填 {company!r} 的部门",
            )
            finding = records.finding(index, "company", said)
        if finding.origin is None:  # a stored row that the department's own move would break
            moved = _brought_row(state, DEPARTMENTS, department)
            whose, key = _WHOSE[kind.name], records.column(kind.identity[0])[index]
            said = Told(
                f"expected {company!r}, because of {whose} {key!r} in this department",
                f"应为 {company!r}，因为此部门中有{whose.chinese} {key!r}",
            )
            finding = Finding("departments", moved, "company", its_company, said)
        yield finding


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
        told = Told(
            f"expected a company of side COMPETITOR, this one is {side}",
            f"应为 side 是 COMPETITOR 的公司，此公司为 {side}",
        )
        finding = records.finding(index, "leans_to", told)
        if finding.origin is None:
            person = records.column("person")[index]
            said = Told(
                f"expected COMPETITOR, a position of {person!r} leans to this company",
                f"应为 COMPETITOR，{person!r} 的立场倾向此公司",
            )
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
            expected = Told(
                "expected nothing here, the person has rows in works_in that say it",
                "此处应为空，该人员的 works_in 行已有说明",
            )
            finding = people.finding(index, column, expected)
            if finding.value is None:
                continue
            if finding.origin is None:
                expected = Told(
                    f"expected a person without {column} in people, which says {finding.value!r}",
                    f"应为在 people 中没有 {column} 的人员，现为 {finding.value!r}",
                )
                finding = history.finding(persons.index(key), "person", expected)
            yield finding
