"""Everything the design defines about one company on one day, computed the plainest way there is.

Naive on purpose: nothing is shared with the product but the records, the words and the policy.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from graph.policy import Policy
from tests.oracle import access, leaving, people, positions, ties
from tests.oracle.companies import account_of, companies_below, companies_of
from tests.oracle.days import is_valid
from tests.oracle.decision import Decision
from tests.oracle.influence import Arcs, negative_influence, positive_influence
from tests.oracle.money import Amount, Exchange
from tests.oracle.world import World, by_key


@dataclass(frozen=True)
class Oracle:
    """The answers about a company, which computes on its account and shows the company's part."""

    world: World
    policy: Policy
    as_of: str
    company: str

    @cached_property
    def exchange(self) -> Exchange:
        return Exchange(self.policy, tuple(self.world["rates"]), self.as_of)

    @cached_property
    def account(self) -> str:
        account = account_of(self.world, self.company)
        if account is None:
            raise KeyError(f"{self.company} is in no account")
        return account

    @cached_property
    def account_companies(self) -> set[str]:
        return companies_of(self.world, self.account)

    @cached_property
    def shown_companies(self) -> set[str]:
        return companies_below(self.world, self.company)

    @cached_property
    def contacts(self) -> list[str]:
        return people.contacts_of(self.world, self.account, self.as_of)

    @cached_property
    def workplaces(self) -> dict[str, people.Workplace]:
        return {
            person.key: people.workplace(self.world, person.key, self.as_of) for person in self.world["people"]
        }

    @cached_property
    def shown_contacts(self) -> list[str]:
        if self.company == self.account:
            return self.contacts
        return [each for each in self.contacts if self.workplaces[each].company in self.shown_companies]

    @cached_property
    def outsiders(self) -> list[str]:
        return [each for each in self.contacts if self.workplaces[each].company not in self.account_companies]

    @cached_property
    def ties(self) -> list[Any]:
        return ties.ties_to(self.world, self.contacts, self.as_of)

    @cached_property
    def employees(self) -> list[str]:
        return sorted({tie.employee for tie in self.ties})

    @cached_property
    def present_employees(self) -> list[str]:
        return [each for each in self.employees if people.is_present(self.world, each, self.as_of)]

    @cached_property
    def live(self) -> dict[tuple[str, str], float]:
        return ties.live_ties(self.world, self.policy, self.ties, self.as_of)

    def live_tie_count(self, contact: str) -> int:
        """How many different employees have a live tie to the contact."""
        return len({employee for employee, other in self.live if other == contact})

    @cached_property
    def leaving(self) -> dict[str, str]:
        """Whoever of ours is about to leave -> the first day without them."""
        days = {
            each.key: leaving.first_day_without(self.world, self.policy, each.key, self.as_of)
            for each in self.world["people"]
        }
        return {person: day for person, day in days.items() if day is not None}

    @cached_property
    def holders(self) -> dict[str, set[str]]:
        """Contact with a live tie -> whoever counts as holding it."""
        return leaving.holders(self.live, self.leaving)

    @cached_property
    def positive(self) -> Arcs:
        return positive_influence(self.world, self.policy, self.contacts, self.as_of)

    @cached_property
    def negative(self) -> Arcs:
        return negative_influence(self.world, self.contacts, self.as_of)

    @cached_property
    def opportunities(self) -> dict[str, Any]:
        """Every opportunity of the account, by key."""
        return {
            key: each
            for key, each in sorted(by_key(self.world, "opportunities").items())
            if each.company in self.account_companies
        }

    @cached_property
    def open_opportunities(self) -> list[str]:
        return [key for key, each in self.opportunities.items() if each.status in (None, "OPEN")]

    def is_shown(self, opportunity: str) -> bool:
        """Whether an answer about the company shows the opportunity."""
        return self.opportunities[opportunity].company in self.shown_companies

    def power(self, person: str, opportunity: str | None) -> str:
        return positions.power(self.world, self.account_companies, person, opportunity, self.as_of)

    def stance(self, person: str, opportunity: str | None) -> str:
        return positions.stance(self.world, self.account_companies, person, opportunity, self.as_of)

    def position(self, person: str, attribute: str, opportunity: str | None) -> Any:
        return positions.position(self.world, self.account_companies, person, attribute, opportunity, self.as_of)

    def roles(self, opportunity: str | None) -> list[Any]:
        """The decision parts of contacts in the opportunity, valid on the day."""
        return [
            role
            for role in self.world["decision_roles"]
            if role.opportunity == opportunity and role.person in self.contacts and is_valid(role, self.as_of)
        ]

    def decision(self, opportunity: str | None) -> Decision:
        """The decision of the opportunity; None asks for the account's inferred one."""
        return Decision(
            self.policy,
            self.contacts,
            self.positive,
            self.negative,
            self.roles(opportunity),
            {each: self.stance(each, opportunity) for each in self.contacts},
            {each: self.power(each, opportunity) for each in self.contacts},
            {each: self.workplaces[each].level for each in self.contacts},
        )

    @cached_property
    def decisions(self) -> dict[str | None, Decision]:
        """The decisions that exposures are measured by: the open opportunities', else the inferred one."""
        return {each: self.decision(each) for each in self.open_opportunities or [None]}

    def largest_share(self, those: list[str]) -> float:
        """The largest, over the open opportunities, of the summed shares."""
        return max(sum(each.shares[one] for one in those) for each in self.decisions.values())

    @cached_property
    def key_people(self) -> list[str]:
        decides = {role.person for each in self.open_opportunities for role in self.roles(each)}
        return [
            person
            for person in self.contacts
            if person in decides
            or any(
                self.power(person, asked) in ("INNER_CIRCLE", "POLITICAL_STRUCTURE")
                for asked in [*self.open_opportunities, None]
            )
        ]

    @cached_property
    def access_graph(self) -> access.Arcs:
        return access.access_graph(
            self.present_employees, self.live, self.positive, self.policy.walkable_influence
        )

    @cached_property
    def access(self) -> dict[str, float]:
        """Access strength of everyone to whom there is a path."""
        best = access.strengths(self.access_graph, access.OUR_COMPANY)
        return {person: strength for person, strength in best.items() if person != access.OUR_COMPANY}

    @cached_property
    def within_reach(self) -> set[str]:
        return access.within_reach(self.access, self.policy.reach_floor)

    def severity(self, share: float) -> str:
        """The band of a share; a share that misses a bound by rounding alone reaches it."""
        return self.policy.severity(share + 1e-9)

    def amount(self, share: float, opportunity: str | None) -> list[Amount]:
        """The share's part of the opportunity's value; nothing for the inferred decision."""
        if opportunity is None:
            return []
        found = self.opportunities[opportunity]
        return [Amount(share, found.value, found.currency)]
