"""A tie runs from one of our people to someone who is not: on every day of it, by where both work then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.messages.told import Told
from graph.model.companies import COMPANIES
from graph.model.people import PEOPLE, TIES, WORKS_IN, Person, Tie
from graph.model.words import Side
from graph.rules.state import Finding, State
from graph.workplace import Workplaces

_WANTED = {
    "employee": Told("one of our people (side SUPPLIER)", "我方人员（side 为 SUPPLIER）"),
    "contact": Told("someone who is not of side SUPPLIER", "side 不是 SUPPLIER 的人"),
}
_IN_A_TIE = {
    "employee": Told("and has a tie as the employee", "且在客户关系中是我方人员（employee）"),
    "contact": Told("and has a tie as the contact", "且在客户关系中是联系人（contact）"),
}


def find_ties_on_one_side(state: State) -> Iterator[Finding]:
    """Ties whose employee is not of side SUPPLIER, or whose contact is, on some day of the tie.

    People without a history are judged by their company. People with one by where they work on the first day of
    the tie and on every day in it on which their work changes; if they work nowhere on all of these, by their
    company too.
    """
    ties = state.of(TIES)
    if not ties.row_count:
        return
    judge = _Judge(state)
    employees, contacts = ties.column("employee"), ties.column("contact")
    # most rows are right, and judged by two look-ups for each distinct person
    suspects = judge.suspects(set(employees), is_employee=True)
    suspects_as_contact = judge.suspects(set(contacts), is_employee=False)
    if not suspects and not suspects_as_contact:
        return
    for index, (employee, contact) in enumerate(zip(employees, contacts, strict=True)):
        for column, key, among in (
            ("employee", employee, suspects),
            ("contact", contact, suspects_as_contact),
        ):
            if key not in among:
                continue
            if ties.origin(index) is None and not {employee, contact} & state.moved:
                continue  # a row of the store that the change has nothing to do with
            (tie,) = TIES.records([ties.rows[index]])
            wrong = judge.wrong_company(key, tie, is_employee=column == "employee")
            if wrong is None:
                continue
            side = judge.side_of[wrong]
            said = Told(
                f"expected {_WANTED[column]}; {key!r} works for {wrong!r}, side {side}",
                f"应为{_WANTED[column].chinese}；{key!r} 任职于 {wrong!r}，其 side 为 {side}",
            )
            finding = ties.finding(index, column, said)
            yield finding if finding.origin is not None else judge.blame(key, wrong, finding, _IN_A_TIE[column])


class _Judge:
    """Who works on which side, when."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.side_of = state.attribute(COMPANIES, "key", "side")
        self.company_of = state.attribute(PEOPLE, "key", "company")
        self._foreign = {key for key, side in self.side_of.items() if side != Side.SUPPLIER}
        self._workplaces = Workplaces(WORKS_IN.records(state.of(WORKS_IN).rows), self.side_of)

    def suspects(self, keys: set[str], *, is_employee: bool) -> set[str]:
        """Those who may be on the wrong side: with a history, or not at a company of the right side."""
        abroad = {key for key in keys if self.company_of.get(key) in self._foreign}
        at_wrong = abroad if is_employee else keys - abroad
        return at_wrong | keys.intersection(self._workplaces.with_a_history)

    def wrong_company(self, key: str, tie: Tie, *, is_employee: bool) -> str | None:
        """A company of the wrong side that the person works for on a day of the tie."""
        worked = self._worked(key, tie)
        return next((found for found in worked if self._is_wrong(found, is_employee=is_employee)), None)

    def blame(self, key: str, company: str, tie: Finding, part: Told) -> Finding:
        """The broken rule at the row brought that put a stored tie on one side; `part` is the person's in it.

        That is an employment of the person, else the person, else the company.
        """
        for kind, column, value, about in (
            (WORKS_IN, "person", key, "company"),
            (PEOPLE, "key", key, "company"),
            (COMPANIES, "key", company, "side"),
        ):
            records = self.state.of(kind)
            brought = records.brought(column)
            if value in brought:
                said = Told(f"{tie.expected}, {part}", f"{tie.expected.chinese}，{part.chinese}")
                return records.finding(brought.index(value), about, said)
        return tie

    def _worked(self, key: str, tie: Tie) -> Sequence[str]:
        """The companies that the person works for on the days of the tie."""
        history, company = self._workplaces.history_of(key), self.company_of.get(key)
        last_resort = () if company is None else (company,)
        if not history:
            return last_resort
        start, end = tie.valid_from or "", tie.valid_to
        changes = {day for row in history for day in (row.valid_from, row.valid_to) if day is not None}
        days = [start, *sorted(day for day in changes if start < day and (end is None or day < end))]
        person = Person(key=key, company=company or "")
        found = [self._workplaces.of(person, day) for day in days]
        return [row.company for row in found if row is not None] or last_resort

    def _is_wrong(self, company: str | None, *, is_employee: bool) -> bool:
        side = None if company is None else self.side_of.get(company)
        return side is not None and (side != Side.SUPPLIER) == is_employee
