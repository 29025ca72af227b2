"""Successors of our people with a contact: each term, the order, and who is asked at all."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

import pytest

from graph.account_graph import Member
from graph.model.companies import Department
from graph.policy import Policy
from queries.account_view import AccountView
from queries.successors import Successor, SuccessorRanking
from tests.questions.drawn import contact, department, drawn, employee, tie


def ours(key: str, line: str | None) -> Department:
    return Department(key=key, company="us", name=f"Department {key}", line=line)


def ranked_successors(
    view: AccountView, contact: str, leaving: Collection[str], **more: Any
) -> tuple[Successor, ...]:
    return SuccessorRanking(view, leaving, **more).of(contact)


def terms(view: AccountView, contact: str, of: str, leaving: tuple[str, ...] = ()) -> dict[str, float | None]:
    (found,) = [one for one in ranked_successors(view, contact, leaving) if one.employee == of]
    return {term.name: term.value for term in found.terms}


def member(key: str, **more: Any) -> Member:
    known = {"level": "MIDDLE", "line": "OTHER", "is_present": True, **more}
    return Member(
        key, None, None, known["level"], "us", None, known["line"], "ACTIVE", (), known["is_present"], False
    )


def test_the_tie_counts_with_its_strength_also_when_it_is_not_live() -> None:
    people = [employee("e"), employee("cold"), employee("none"), contact("a"), contact("b")]
    ties = [tie("e", "a"), tie("cold", "a", trust=1, last_contact="2025-04-16"), tie("none", "b")]
    view = drawn(people=people, ties=ties)
    assert terms(view, "a", "e")["tie"] == pytest.approx(1.0)
    assert terms(view, "a", "cold")["tie"] == pytest.approx(0.4 * 2 ** (-440 / 438))
    assert terms(view, "a", "none")["tie"] == 0.0


def test_colleagues_are_the_others_of_the_department_with_a_live_tie() -> None:
    people = [employee("e"), employee("f"), *(contact(key, department="d") for key in "abc"), contact("z")]
    ties = [tie("e", "a"), tie("e", "b"), tie("f", "z"), tie("f", "c", trust=1, last_contact="2020-01-01")]
    view = drawn(departments=[department("d", "FINANCE")], people=people, ties=ties)
    assert terms(view, "a", "e")["colleagues"] == pytest.approx(1 / 2), "b, and not a itself"
    assert terms(view, "c", "e")["colleagues"] == pytest.approx(1.0)
    assert terms(view, "a", "f")["colleagues"] == 0.0, "a tie gone cold is no acquaintance"


def test_contacts_who_leave_too_count_neither_as_colleagues_nor_as_live_ties() -> None:
    people = [employee("e"), *(contact(key, department="d") for key in "abc"), contact("z")]
    ties = [tie("e", "b"), tie("e", "z")]
    view = drawn(departments=[department("d", "FINANCE")], people=people, ties=ties)
    assert terms(view, "a", "e")["colleagues"] == pytest.approx(1 / 2)
    assert terms(view, "a", "e")["load"] == pytest.approx(1 - 2 / 20)
    assert terms(view, "a", "e", ("c",))["colleagues"] == pytest.approx(1.0), "the department is smaller"
    assert terms(view, "a", "e", ("b",))["colleagues"] == 0.0, "whom e knew of it is gone"
    assert terms(view, "a", "e", ("b",))["load"] == pytest.approx(1 - 1 / 20)
    assert terms(view, "a", "e", ("b", "c"))["colleagues"] is None
    with pytest.raises(KeyError):
        ranked_successors(view, "a", ("a",))


def test_without_direct_colleagues_or_a_known_department_the_term_has_no_value() -> None:
    people = [employee("e"), contact("alone", department="d"), contact("nowhere"), contact("else")]
    view = drawn(departments=[department("d", None)], people=people, ties=[tie("e", "else")])
    assert terms(view, "alone", "e")["colleagues"] is None
    assert terms(view, "nowhere", "e")["colleagues"] is None


def test_the_line_is_that_of_the_departments_and_other_is_a_line_too() -> None:
    people = [
        employee("money", department="o"),
        employee("any"),
        contact("a", department="d"),
        contact("b"),
        contact("z"),
    ]
    departments = [ours("o", "FINANCE"), department("d", "FINANCE")]
    view = drawn(departments=departments, people=people, ties=[tie("money", "z"), tie("any", "z")])
    assert (terms(view, "a", "money")["line"], terms(view, "a", "any")["line"]) == (1.0, 0.0)
    assert (terms(view, "b", "money")["line"], terms(view, "b", "any")["line"]) == (0.0, 1.0)


@pytest.mark.parametrize(
    ("their_level", "our_level", "above", "expected"),
    [
        ("MIDDLE", "MIDDLE", 1, 1.0),
        ("MIDDLE", "SENIOR", 1, 1.0),
        ("MIDDLE", "SENIOR", 0, 0.0),
        ("MIDDLE", "EXECUTIVE", 1, 0.0),
        ("MIDDLE", "EXECUTIVE", 2, 1.0),
        ("MIDDLE", "STAFF", 1, 0.0),
        ("MIDDLE", None, 1, None),
        (None, "MIDDLE", 1, None),
    ],
)
def test_a_level_is_paired_when_ours_is_the_same_or_so_far_above(
    their_level: str | None, our_level: str | None, above: int, expected: float | None
) -> None:
    people = [employee("e", level=our_level), contact("a", their_level)]
    view = drawn(replace(Policy(), level_pairing_above=above), people=people, ties=[tie("e", "a")])
    assert terms(view, "a", "e")["level"] == expected


def test_the_spare_load_goes_down_with_live_ties_and_never_below_nothing() -> None:
    people = [employee("e"), *(contact(key) for key in "abc")]
    view = drawn(people=people, ties=[tie("e", key) for key in "abc"])
    assert terms(view, "a", "e")["load"] == pytest.approx(1 - 3 / 20)
    (found,) = ranked_successors(view, "a", (), capacity=4)
    assert found.terms[-1].value == pytest.approx(1 / 4)
    (found,) = ranked_successors(view, "a", (), capacity=2)
    assert found.terms[-1].value == 0.0


def test_the_score_is_the_sum_of_the_terms_by_the_weights_of_the_policy() -> None:
    weights = {"tie": 0.6, "colleagues": 0.0, "line": 0.2, "level": 0.1, "load": 0.1}
    people = [employee("e", level="MIDDLE"), contact("a", "MIDDLE")]
    view = drawn(replace(Policy(), successor_weights=weights), people=people, ties=[tie("e", "a")])
    (found,) = ranked_successors(view, "a", ())
    assert found.score == pytest.approx(0.6 + 0.2 + 0.1 + 0.1 * 19 / 20)
    assert [(term.name, term.weight) for term in found.terms] == list(weights.items())


def test_the_best_comes_first_and_of_equals_the_first_key() -> None:
    people = [employee("f"), employee("e"), employee("best"), contact("a"), contact("b")]
    view = drawn(people=people, ties=[tie("best", "a"), tie("e", "b"), tie("f", "b")])
    assert [one.employee for one in ranked_successors(view, "a", ())] == ["best", "e", "f"]


def test_who_leaves_has_left_or_has_no_tie_into_the_account_is_not_asked() -> None:
    people = [employee("e"), employee("gone", status="LEFT"), employee("idle"), employee("leaver"), contact("a")]
    view = drawn(people=people, ties=[tie("e", "a"), tie("gone", "a"), tie("leaver", "a")])
    assert [one.employee for one in ranked_successors(view, "a", {"leaver"})] == ["e"]


def test_colleagues_are_asked_only_where_the_account_has_nobody_left() -> None:
    people = [employee("e"), employee("leaver"), contact("a", "MIDDLE"), contact("b", "STAFF")]
    colleagues = [member("other"), member("near", level="SENIOR"), member("absent", is_present=False)]
    full = drawn(people=people, ties=[tie("e", "b"), tie("leaver", "a")])
    assert [one.employee for one in ranked_successors(full, "a", ["leaver"], colleagues=colleagues)] == ["e"]
    empty = drawn(people=people, ties=[tie("leaver", "a")])
    found = ranked_successors(empty, "a", ["leaver"], colleagues=[*colleagues, member("leaver")])
    assert [(one.employee, one.is_colleague) for one in found] == [("near", True), ("other", True)]
    assert [term.value for term in found[0].terms] == [0.0, 0.0, 1.0, 1.0, 1.0]
    assert ranked_successors(empty, "a", ["leaver"]) == ()


def test_one_ranking_of_many_contacts_says_what_many_rankings_say() -> None:
    people = [
        *(employee(f"e{number}", level=level) for number, level in enumerate(["MIDDLE", "SENIOR", None])),
        *(
            contact(f"c{number}", "MIDDLE" if number % 2 else None, "d" if number % 3 else None)
            for number in range(9)
        ),
    ]
    ties = [tie(f"e{number % 3}", f"c{number * 2 % 9}", trust=1 + number % 5) for number in range(9)]
    view = drawn(departments=[department("d", "USER")], people=people, ties=ties)
    ranking = SuccessorRanking(view, ["e2"])
    found: dict[str, tuple[Successor, ...]] = {key: ranking.of(key) for key in view.graph.contacts}
    assert found == {key: ranked_successors(view, key, ["e2"]) for key in view.graph.contacts}
