"""No N+1: however many objects an answer has, the store is called a fixed number of times."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.api.conftest import Service, running
from tests.api.world import DAY

WARM = ["count_entries", "get_rates_revision", "get_revision"]
"""What asking again costs: whether the policy, a rate or the account changed, one light read each."""


class CountedStore:
    """The real store, with a list of the calls that went to it and to its postures."""

    def __init__(self, store: Any, calls: list[str] | None = None) -> None:
        self._store = store
        self.calls: list[str] = [] if calls is None else calls

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._store, name)
        if name == "postures":
            return CountedStore(found, self.calls)

        def counted(*given: Any, **named: Any) -> Any:
            self.calls.append(f"{name} {given[1].name} {given[2]}" if name == "find" else name)
            return found(*given, **named)

        return counted


@pytest.fixture
async def counted() -> AsyncIterator[tuple[Service, CountedStore]]:
    async with running() as service:
        store = CountedStore(service.app.state.store)
        service.use_store(store)
        yield service, store


async def test_keys_alone_are_not_read_from_the_store(counted: tuple[Service, CountedStore]) -> None:
    service, store = counted
    query = f"""{{ decisionChain(opportunity: "deal", asOf: "{DAY}") {{
      company {{ key }} shares {{ person {{ key }} }} }} }}"""
    await service.ask(query)
    store.calls.clear()
    await service.ask(query)
    assert sorted(store.calls) == WARM  # the account is kept as long as the revision is


async def test_a_warm_power_map_reads_only_the_revisions_and_the_version_of_the_policy(
    counted: tuple[Service, CountedStore],
) -> None:
    service, store = counted
    query = '{ powerMap(company: "acme") { company { key } nodes { id name title } edges { source target } } }'
    await service.ask(query)
    store.calls.clear()
    await service.ask(query)
    assert sorted(store.calls) == WARM


async def test_names_of_many_people_are_one_read(counted: tuple[Service, CountedStore]) -> None:
    service, store = counted
    query = f"""{{ decisionChain(opportunity: "deal", asOf: "{DAY}") {{
      shares {{ person {{ name }} }} movers {{ person {{ name }} }}
      stages {{ people {{ person {{ name status }} }} }} }} }}"""
    await service.ask(query)
    store.calls.clear()
    await service.ask(query)
    assert sorted(store.calls) == sorted([*WARM, "find people key"])


async def test_relations_of_many_companies_are_one_read_each(counted: tuple[Service, CountedStore]) -> None:
    service, store = counted
    await service.ask(
        """{ companies { edges { node { name parent { name } departments { name people { name title } }
          opportunities { name decisionRoles { person { name } } } } } } }"""
    )
    assert store.calls[0] == "find_companies"
    assert sorted(store.calls[1:]) == sorted(set(store.calls[1:])), store.calls


async def test_ties_of_a_person_and_their_contacts_are_a_read_for_each_level(
    counted: tuple[Service, CountedStore],
) -> None:
    service, store = counted
    await service.ask('{ person(key: "cto") { name ties { employee { name department { name } } } } }')
    assert sorted(store.calls) == [
        "find departments key",
        "find people key",
        "find people key",
        "find ties contact",
        "find ties employee",
        "find works_in person",
    ]


async def test_names_in_a_departure_are_one_read_for_each_kind(counted: tuple[Service, CountedStore]) -> None:
    service, store = counted
    query = f"""{{ departureImpact(teamOf: "han", on: "{DAY}") {{ people {{ name }} accounts {{ company {{ name }}
      lost {{ name }} opportunities {{ opportunity {{ name }} }} handovers {{ contact {{ name }}
      successors {{ employee {{ name }} }} }} seats {{ candidates {{ person {{ name }} }} }} }} }} }}"""
    await service.ask(query)
    store.calls.clear()
    keys_alone = re.sub(r"name", "key", query)
    await service.ask(keys_alone)
    without_names = store.calls.copy()
    store.calls.clear()
    await service.ask(query)
    names = [f"find {kind} key" for kind in ("companies", "opportunities", "people")]
    assert sorted(store.calls) == sorted([*without_names, *names])


async def test_a_page_of_findings_reads_the_journal_and_the_names_once(
    counted: tuple[Service, CountedStore],
) -> None:
    service, store = counted
    query = """{ findings { totalCount edges { node { state history { actor } account { name } company { name }
      employee { name } targets { name } } } } }"""
    await service.ask(query)
    store.calls.clear()
    await service.ask(query)
    light = ("count_entries", "get_rates_revision", "count_stale")
    others = [call for call in store.calls if call not in light]
    assert len(set(others)) == len(others), store.calls
    assert "read_entries" in store.calls
    assert not any(call.startswith("read_account") for call in store.calls)


@pytest.mark.parametrize(
    ("by", "filter", "shown", "counted_times"),
    [
        ("FINDING", "", "edges { cursor }", 0),
        ("CAUSE", "", "totalCount lessSevereCount", 1),
        ("FINDING", "minSeverity: MODERATE", "totalCount", 1),
        ("FINDING", "minSeverity: MODERATE", "totalCount lessSevereCount", 2),
        ("CAUSE", "minSeverity: MODERATE", "lessSevereCount", 2),
    ],
)
async def test_findings_are_counted_only_when_asked_for_and_no_number_twice(
    counted: tuple[Service, CountedStore], by: str, filter: str, shown: str, counted_times: int
) -> None:
    service, store = counted
    query = f"{{ findings(by: {by}, filter: {{ {filter} }}) {{ {shown} }} }}"
    await service.ask(query)
    store.calls.clear()
    await service.ask(query)
    name = "count_causes" if by == "CAUSE" else "count_findings"
    assert store.calls.count(name) == counted_times


async def test_exposure_by_employee_reads_the_accounts_of_those_on_the_page_alone(
    counted: tuple[Service, CountedStore],
) -> None:
    service, store = counted
    query = "{ exposureByEmployee(first: 1) { edges { node { accounts { account { key } } } } } }"
    await service.ask(query)
    store.calls.clear()
    await service.ask(query)
    assert store.calls.count("read_employee_totals") == store.calls.count("find_exposures") == 1


async def test_a_page_of_the_portfolio_reads_no_account(counted: tuple[Service, CountedStore]) -> None:
    service, store = counted
    query = "{ portfolio { edges { node { company { key } index { key } } } totals { accountCount } } }"
    await service.ask(query)
    store.calls.clear()
    await service.ask(query)
    assert set(store.calls) == {
        *("count_entries", "get_rates_revision", "count_stale", "find_postures", "read_totals")
    }


async def test_an_account_that_several_people_leave_is_read_once(counted: tuple[Service, CountedStore]) -> None:
    service, store = counted
    query = f'{{ departureImpact(people: ["li", "han", "cto", "boss"], on: "{DAY}") {{ totals {{ people }} }} }}'
    await service.ask(query)
    assert store.calls.count("get_revision") == 1
    assert store.calls.count("read_account") == 1
