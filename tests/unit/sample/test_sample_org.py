"""The demo world is what its documentation says, whatever the seed and the day."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest

from graph.model.record_kinds import RECORD_KINDS
from graph.policy_book import PolicyBook, with_versions
from graph.rates import Rates
from graph.sample.stories import STORIES
from graph.sample_org import sample_changes, sample_org
from graph.store import Table

DAY = date(2026, 3, 2)


def records(tables: list[Table]) -> dict[str, list[Any]]:
    return {table.kind.name: table.kind.records(table.rows()) for table in tables}


@pytest.fixture(scope="module")
def world() -> dict[str, list[Any]]:
    return records(sample_org(7, DAY))


def test_the_same_seed_and_day_make_the_same_tables() -> None:
    assert sample_org(3, DAY) == sample_org(3, DAY)


def test_another_seed_makes_another_world() -> None:
    assert sample_org(3, DAY) != sample_org(4, DAY)


def test_on_another_day_every_date_has_moved_by_the_days_between() -> None:
    shift = timedelta(days=1000)
    before, after = records(sample_org(7, DAY)), records(sample_org(7, DAY + shift))
    moved = [date.fromisoformat(tie.last_contact) + shift for tie in before["ties"] if tie.last_contact]
    assert moved == [date.fromisoformat(tie.last_contact) for tie in after["ties"] if tie.last_contact]


def test_cells_are_plain_values(world: dict[str, list[Any]]) -> None:
    types = {type(cell) for rows in world.values() for row in rows for cell in row}
    assert types <= {str, int, float, bool, tuple, type(None)}


def test_our_company_has_45_employees_in_one_hierarchy_with_lines(world: dict[str, list[Any]]) -> None:
    employees = {person.key: person for person in world["people"] if person.company == "xingzhu"}
    managers = {line.person: line.manager for line in world["reports_to"] if line.person in employees}
    assert len(employees) == 45
    assert employees.keys() - managers.keys() == {"emp-shen-yiming"}
    assert set(managers.values()) <= employees.keys()
    lines = {found.line for found in world["departments"] if found.company == "xingzhu" and found.line}
    assert lines == {"MANAGEMENT", "TECHNICAL", "PROCUREMENT", "FINANCE", "USER", "OTHER"}


def test_there_are_14_customer_groups_of_all_grades_with_20_to_150_people(world: dict[str, list[Any]]) -> None:
    groups = [found for found in world["companies"] if found.side == "CUSTOMER" and found.parent is None]
    people = Counter(person.company.split("-")[0] for person in world["people"])
    assert len(groups) == 14
    assert {group.grade for group in groups} == {"S", "A", "B", "C"}
    assert all(20 <= people[group.key] <= 150 for group in groups)


def test_subsidiaries_reach_from_the_group_through_the_province_to_the_city(world: dict[str, list[Any]]) -> None:
    parents = {found.key: found.parent for found in world["companies"]}
    assert parents["linhai-nanping-yunbu"] == "linhai-nanping"
    assert parents["linhai-nanping"] == "linhai"


def test_data_is_sparse_and_of_every_kind(world: dict[str, list[Any]]) -> None:
    assert set(world) == set(RECORD_KINDS)
    people = world["people"]
    assert {tag for person in people for tag in person.tags} == {"RISING_STAR", "RETIRED_INFLUENCER", "GATEKEEPER"}
    assert {"ACTIVE", "LEFT", "MOVED", "RETIRED", "UNKNOWN", None} == {person.status for person in people}
    assert {"UNKNOWN", None} < {person.level for person in people}
    assert any(person.name is None for person in people)
    assert {1, 2, 3, 4, 5, None} == {tie.trust for tie in world["ties"]}
    assert any(tie.last_contact is None for tie in world["ties"])
    assert any(tie.valid_to for tie in world["ties"])
    assert {position.stance for position in world["positions"]} > {"UNKNOWN", None, "MENTOR", "OPPONENT"}
    assert any(deal.value is None for deal in world["opportunities"])
    assert {"CNY", "EUR", "USD"} < {deal.currency for deal in world["opportunities"]}
    assert 55 <= len(world["opportunities"]) <= 65


def test_money_of_every_currency_can_be_added_in_the_base_currency_on_every_day_of_the_last_year(
    world: dict[str, list[Any]],
) -> None:
    (entry,) = sample_changes(7, DAY).entries
    policy = with_versions(PolicyBook(), [entry]).for_grade(None)
    assert policy.base_currency == "CNY"
    currencies = {deal.currency for deal in world["opportunities"] if deal.currency}
    rates = Rates.of(world["rates"])
    for days in range(366):
        assert currencies <= {"CNY", *rates.on(DAY - timedelta(days=days))}
    assert all(len(dated) > 1 for dated in rates.by_currency.values())
    assert max(rate.on for rate in world["rates"]) <= DAY.isoformat()


def test_no_contact_of_a_tie_is_later_than_the_day_or_before_its_start(world: dict[str, list[Any]]) -> None:
    for tie in world["ties"]:
        assert tie.last_contact is None or tie.last_contact <= DAY.isoformat()
        assert tie.last_contact is None or tie.valid_from is None or tie.valid_from <= tie.last_contact
        assert tie.valid_to is None or tie.last_contact is None or tie.last_contact <= tie.valid_to


def test_interactions_span_two_years_and_none_is_to_come(world: dict[str, list[Any]]) -> None:
    days = [held.on for held in world["interactions"]]
    assert max(days) <= DAY.isoformat()
    assert (DAY - timedelta(days=730)).isoformat() <= min(days) <= (DAY - timedelta(days=600)).isoformat()


@pytest.mark.parametrize("seed", [1, 2, 7, 99])
def test_identities_are_unique_and_keys_refer_to_what_is_there(seed: int) -> None:
    tables = sample_org(seed, DAY)
    keys = {table.kind.name: set(next(iter(table.columns.values()))) for table in tables}
    for table in tables:
        identities = Counter(zip(*(table.columns[name] for name in table.kind.identity), strict=True))
        assert max(identities.values()) == 1, table.kind.name
        for column in table.kind.columns:
            if column.refers_to:
                cells = [cell for cell in table.columns[column.name] if cell is not None]
                named = {key for cell in cells for key in (cell if isinstance(cell, tuple) else (cell,))}
                assert named <= keys[column.refers_to], (table.kind.name, column.name)


def test_people_with_a_history_have_their_place_only_there(world: dict[str, list[Any]]) -> None:
    moved = {row.person for row in world["works_in"]}
    assert moved
    for person in world["people"]:
        if person.key in moved:
            assert (person.department, person.title, person.level) == (None, None, None)


def test_the_keys_of_the_stories_are_in_the_world(world: dict[str, list[Any]]) -> None:
    people = {person.key for person in world["people"]}
    deals = {deal.key for deal in world["opportunities"]}
    companies = {company.key for company in world["companies"]}
    assert len(STORIES) == 10
    for story in STORIES.values():
        assert set(story.people.values()) <= people
        assert set(story.accounts) <= companies
        assert story.opportunity is None or story.opportunity in deals
