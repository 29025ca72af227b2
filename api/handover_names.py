"""What the people and companies of a handover plan are called, for files that people read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from graph.records import COMPANIES, PEOPLE, Company, Person
from graph.store import GraphStore
from queries.handover_plan import HandoverPlan


class PlanNames(NamedTuple):
    """Names by key; a key without a name is its own."""

    people: Mapping[str, str]
    companies: Mapping[str, str]

    def person(self, key: str) -> str:
        """What the person is called: by name, else by title."""
        return self.people.get(key, key)

    def company(self, key: str) -> str:
        """What the company is called."""
        return self.companies.get(key, key)


async def read_names(store: GraphStore, plan: HandoverPlan) -> PlanNames:
    """The names of everybody in the plan, and of its accounts. Two light reads."""
    keys = {plan.employee, *plan.unassigned, *plan.dormant}
    keys |= {key for item in plan.items for key in (item.contact, item.to_employee)}
    keys |= {left.bring_in.employee for left in plan.unassigned_details if left.bring_in is not None}
    keys |= {key for done in plan.handed_over for key in (done.contact, done.to_employee) if key is not None}
    people = [Person(*row) for row in await store.find_rows(PEOPLE, "key", sorted(keys))]
    accounts = sorted({one.account for one in plan.items} | {one.account for one in plan.unassigned_details})
    companies = [Company(*row) for row in await store.find_rows(COMPANIES, "key", accounts)]
    return PlanNames(
        {person.key: person.name or person.title or person.key for person in people},
        {company.key: company.name for company in companies},
    )
