"""An account on a day: what the records of an account mean as of a date.

An **account** is a customer company without a customer parent, with its subsidiaries. `account_on` takes the
records of every date that a store returns and keeps what holds on one: who is present and where, which edges
are valid, what was the last contact of each tie. The result is immutable and knows no policy.

The rules, as `docs/concepts.md` tells them to users:

- An edge counts when `valid_from <= t < valid_to`; a missing end is open.
- A person is present when the status is ACTIVE or UNKNOWN or takes effect after `t`; a RETIRED person stays
  present when tagged RETIRED_INFLUENCER.
- With a history, a person works where the row valid on `t` says; between two rows the company and level (not the
  department) of the last one hold; before the first one the person belongs to no company.
- Outsiders are present people of no company of the account, and not ours, with an INFLUENCES or CONFLICTS_WITH
  edge to a present person of the account, or a DECISION_ROLE or POSITION in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from graph.model.companies import Agreement, Company, Department
from graph.model.deals import DecisionRole, Opportunity
from graph.model.meetings import Interaction
from graph.model.people import Conflict, Employment, Influence, Person, ReportingLine, Tie
from graph.model.words import EmploymentStatus, Line, OpportunityStatus, OrgLevel, Side
from graph.positions import PositionBook
from graph.store import AccountRecords
from graph.workplace import Workplaces, is_present, leaves_on, valid_on


class Member(NamedTuple):
    """A person on the day, with the place they have then."""

    key: str
    name: str | None
    title: str | None
    level: str
    company: str | None
    department: str | None
    line: str
    status: str
    tags: tuple[str, ...]
    is_present: bool
    is_outsider: bool
    leaves_on: date | None = None
    """Of who is present and has LEFT or MOVED later: the first day on which they are not there any more."""


class TieOnDay(NamedTuple):
    """A tie that is valid on the day; `last_contact` is the latest one known on that day, of any record."""

    tie: Tie
    last_contact: date | None


@dataclass(frozen=True)
class AccountGraph:
    """The account graph. Mappings are in order of keys, edges in order of their identity.

    `contacts` are present people of the account and outsiders; `employees` our people with a tie to one of them,
    present or not; `everyone` all people of the records as they are on the day, present or not, and `our_people`
    those of our companies; `sides` tells the side of every company any of them works for.
    Influences, conflicts and `reporting_lines` run between contacts, `employee_lines` between employees.
    `records` are those it was made of, of every date.
    """

    account: str
    revision: int
    as_of: date
    companies: Mapping[str, Company]
    departments: Mapping[str, Department]
    contacts: Mapping[str, Member]
    employees: Mapping[str, Member]
    influences: Sequence[Influence]
    conflicts: Sequence[Conflict]
    reporting_lines: Sequence[ReportingLine]
    employee_lines: Sequence[ReportingLine]
    ties: Sequence[TieOnDay]
    opportunities: Mapping[str, Opportunity]
    decision_roles: Mapping[str, Sequence[DecisionRole]]
    positions: PositionBook
    interactions: Sequence[Interaction]
    agreements: Sequence[Agreement]
    everyone: Mapping[str, Member]
    our_people: frozenset[str]
    sides: Mapping[str, str]
    records: AccountRecords

    @property
    def grade(self) -> str | None:
        """The grade of the account's root company."""
        return self.companies[self.account].grade

    @cached_property
    def open_opportunities(self) -> tuple[Opportunity, ...]:
        """Those neither won nor lost; without a status an opportunity is open."""
        return tuple(found for found in self.opportunities.values() if is_open(found))

    @cached_property
    def _group(self) -> tuple[Sequence[str], Mapping[str, range]]:
        """The account's companies in an order in which each comes before all below it, and where those stand."""
        children: dict[str | None, list[str]] = defaultdict(list)
        for found in self.companies.values():
            children[found.parent].append(found.key)
        order: list[str] = []
        pending = [self.account]
        while pending:
            company = pending.pop()
            order.append(company)
            pending += children[company]
        sizes: dict[str, int] = dict.fromkeys(order, 1)
        for company in reversed(order[1:]):
            sizes[self.companies[company].parent or ""] += sizes[company]
        return order, {company: range(place, place + sizes[company]) for place, company in enumerate(order)}

    def subtree(self, company: str) -> frozenset[str]:
        """The company and its subsidiaries within the account; of a company of another account itself."""
        order, places = self._group
        within = places.get(company)
        return frozenset((company,) if within is None else order[within.start : within.stop])

    def contacts_of(self, company: str) -> dict[str, Member]:
        """The contacts that a question about the company shows: for the account's root all of them."""
        if company == self.account:
            return dict(self.contacts)
        part = self.subtree(company)
        return {
            key: found for key, found in self.contacts.items() if found.company in part and not found.is_outsider
        }


def is_open(opportunity: Opportunity) -> bool:
    """Whether the opportunity is neither won nor lost."""
    return opportunity.status not in (OpportunityStatus.WON, OpportunityStatus.LOST)


def member_on(person: Person, place: Employment | None, line: str, day: str) -> Member:
    """The person as they are on the day (ISO text), at the place where they work then; `line` is that place's."""
    return Member(
        key=person.key,
        name=person.name,
        title=place.title if place else None,
        level=(place.level if place else None) or OrgLevel.UNKNOWN,
        company=place.company if place else None,
        department=place.department if place else None,
        line=line,
        status=person.status or EmploymentStatus.UNKNOWN,
        tags=person.tags,
        is_present=is_present(person, day),
        is_outsider=False,
        leaves_on=leaves_on(person, day),
    )


def department_line(department: str | None, known: Mapping[str, Department], found: dict[str, str]) -> str:
    """The line of the department, or of the nearest one above that has one, else OTHER.

    `found` keeps the answer for every department passed on the way up.
    """
    passed: list[str] = []
    line: str | None = None
    while line is None:
        unit = known.get(department) if department is not None else None
        if department is None or unit is None:
            line = Line.OTHER
        else:
            line = found.get(department, unit.line)
            passed.append(department)
            department = unit.parent
    found.update(dict.fromkeys(passed, line))
    return line


def account_on(records: AccountRecords, day: date) -> AccountGraph:
    """The account as of the day. Cost: linear in the records."""
    return _AccountOnDay(records, day).graph()


class _AccountOnDay:
    """The steps of `account_on`, sharing what they look up."""

    def __init__(self, records: AccountRecords, day: date) -> None:
        self.records = records
        self.date = day
        self.day = day.isoformat()
        self.workplaces = Workplaces(
            records.works_in, {company.key: company.side for company in records.companies}
        )
        self.departments = {department.key: department for department in records.departments}
        self.companies = _companies_of_account(records)
        self.lines: dict[str, str] = {}

    def graph(self) -> AccountGraph:
        records, day = self.records, self.day
        everyone = self._members()
        own = {
            key: found for key, found in everyone.items() if found.is_present and found.company in self.companies
        }
        influences = valid_on(records.influences, day)
        conflicts = valid_on(records.conflicts, day)
        opportunities = {found.key: found for found in records.opportunities if found.company in self.companies}
        roles = [role for role in valid_on(records.decision_roles, day) if role.opportunity in opportunities]
        positions = [
            said
            for said in records.positions
            if said.stated_on <= day and (said.opportunity in opportunities or said.company in self.companies)
        ]
        linked = {row.influencer for row in influences if row.influenced in own}
        for row in conflicts:
            linked |= {row.person} if row.other in own else set()
            linked |= {row.other} if row.person in own else set()
        linked |= {role.person for role in roles} | {said.person for said in positions}
        contacts = dict(own)
        for key in linked - own.keys():
            found = everyone.get(key)
            if found and found.is_present and not self._is_ours(found):
                contacts[key] = found._replace(is_outsider=True)
        contacts = dict(sorted(contacts.items()))
        ties = [
            tie
            for tie in valid_on(records.ties, day)
            if tie.contact in contacts and tie.employee in everyone and self._is_ours(everyone[tie.employee])
        ]
        employees = {key: everyone[key] for key in sorted({tie.employee for tie in ties})}
        lines = valid_on(records.reports_to, day)
        by_opportunity: dict[str, list[DecisionRole]] = defaultdict(list)
        for role in roles:
            if role.person in contacts:
                by_opportunity[role.opportunity].append(role)
        interactions = [held for held in records.interactions if held.on <= day]
        return AccountGraph(
            account=records.account,
            revision=records.revision,
            as_of=self.date,
            companies=self.companies,
            departments={k: d for k, d in self.departments.items() if d.company in self.companies},
            contacts=contacts,
            employees=employees,
            influences=[x for x in influences if x.influencer in contacts and x.influenced in contacts],
            conflicts=[row for row in conflicts if row.person in contacts and row.other in contacts],
            reporting_lines=[row for row in lines if row.person in contacts and row.manager in contacts],
            employee_lines=[row for row in lines if row.person in employees and row.manager in employees],
            ties=_with_last_contact(ties, interactions, self.day),
            opportunities=opportunities,
            decision_roles=by_opportunity,
            positions=PositionBook([said for said in positions if said.person in contacts]),
            interactions=interactions,
            agreements=valid_on(records.agreements, day),
            everyone=everyone,
            our_people=frozenset(key for key, found in everyone.items() if self._is_ours(found)),
            sides=self.workplaces.side_of,
            records=records,
        )

    def _members(self) -> dict[str, Member]:
        """Everyone in the records as they are on the day; our own people only from their first day on."""
        members = {}
        for person in self.records.people:
            place = self.workplaces.of(person, self.day)
            if place is None and all(map(self.workplaces.is_ours, self.workplaces.companies_of(person))):
                continue
            line = department_line(place.department if place else None, self.departments, self.lines)
            members[person.key] = member_on(person, place, line, self.day)
        return members

    def _is_ours(self, member: Member) -> bool:
        return self.workplaces.is_ours(member.company)


def _companies_of_account(records: AccountRecords) -> dict[str, Company]:
    """The account's companies among those of the records: the root and all below it that are not accounts."""
    by_key = {company.key: company for company in records.companies}
    children: dict[str, list[Company]] = defaultdict(list)
    for company in records.companies:
        parent = by_key.get(company.parent or "")
        is_root = company.side == Side.CUSTOMER and (parent is None or parent.side != Side.CUSTOMER)
        if parent is not None and not is_root and company.side != Side.SUPPLIER:
            children[parent.key].append(company)
    found = [by_key[records.account]]
    for company in found:
        found.extend(children[company.key])
    return {company.key: company for company in sorted(found)}


def _with_last_contact(ties: Sequence[Tie], interactions: Sequence[Interaction], day: str) -> list[TieOnDay]:
    """Each tie with the later of its own last contact and the last interaction of both, none after the day."""
    contacts_of: dict[str, list[str]] = defaultdict(list)
    for tie in ties:
        contacts_of[tie.employee].append(tie.contact)
    latest: dict[tuple[str, str], str] = {}
    for held in interactions:
        present = set(held.participants)
        for employee in present & contacts_of.keys():
            for contact in present.intersection(contacts_of[employee]):
                pair = employee, contact
                if held.on > latest.get(pair, ""):
                    latest[pair] = held.on
    days: dict[str, date] = {}
    dated = []
    for tie in ties:
        own = tie.last_contact if tie.last_contact is not None and tie.last_contact <= day else ""
        last = max(own, latest.get((tie.employee, tie.contact), ""))
        if last and last not in days:
            days[last] = date.fromisoformat(last)
        dated.append(TieOnDay(tie, days.get(last)))
    return dated
