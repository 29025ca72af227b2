"""Succession on small drawn graphs, rule by rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.editing import apply_changes
from graph.errors import NotInGraph, QuestionRejected
from graph.model.companies import Company
from graph.model.people import Influence, Person, ReportingLine
from graph.model.words import OrgLevel, ReportingKind, Tag
from graph.open_store import open_store
from graph.policy import Policy
from graph.settings import Settings
from graph.store import Changes
from graph.viewer import LOCAL
from queries.ask import Asker
from queries.succession import SUCCESSION, Succession, SuccessionParams
from queries.succession_ranking import is_exposed, succession_candidates
from tests.oracle.world import tables_of, world_of
from tests.questions.drawn import DAY, NOW, contact, department, drawn, employee, tie

DOTTED = ReportingKind.DOTTED
OLD = "2020-01-01"
"""So long ago that a tie is not live."""


def line(person: str, manager: str, kind: str = ReportingKind.SOLID, **more: Any) -> ReportingLine:
    return ReportingLine(person=person, manager=manager, kind=kind, **more)


def asked(person: str = "p", policy: Policy | None = None, **records: Any) -> Succession:
    part = SUCCESSION.part(drawn(policy, **records), SuccessionParams(person=person))
    return SUCCESSION.combine([part], SuccessionParams(person=person))


def kinds(answer: Succession) -> dict[str, str]:
    return {found.person: found.kind.value for found in answer.candidates}


def terms(answer: Succession, person: str) -> dict[str, float | None]:
    (found,) = (found for found in answer.candidates if found.person == person)
    return {term.name: term.value for term in found.terms}


def test_candidates_stand_in_one_of_six_relations_on_the_day() -> None:
    answer = asked(
        departments=[department("d", None), department("other", None)],
        people=[
            *(contact(key) for key in ["boss", "chief", "peer", "report", "dotted", "below", "cousin"]),
            contact("p", None, "d"),
            contact("star", None, "d", tags=(Tag.RISING_STAR,)),
            contact("plain", None, "d"),
            contact("far-star", None, "other", tags=(Tag.RISING_STAR,)),
        ],
        reports_to=[
            line("p", "boss"),
            line("boss", "chief"),
            line("peer", "boss"),
            line("cousin", "boss", DOTTED),
            line("report", "p"),
            line("dotted", "p", DOTTED),
            line("below", "report"),
        ],
    )
    assert kinds(answer) == {
        "boss": "ACTING_MANAGER",
        "chief": "MANAGER_ABOVE",
        "peer": "PEER",
        "report": "DIRECT_REPORT",
        "dotted": "DOTTED_REPORT",
        "star": "RISING_STAR",
    }


def test_a_dotted_manager_is_no_candidate_and_makes_no_peers() -> None:
    people = [contact(key) for key in ["p", "boss", "peer"]]
    assert kinds(asked(people=people, reports_to=[line("p", "boss", DOTTED), line("peer", "boss")])) == {}


@pytest.mark.parametrize(
    "ended",
    [{"valid_to": NOW}, {"valid_from": "2026-07-01"}],
    ids=["ended on the day", "not begun"],
)
def test_a_line_that_does_not_hold_on_the_day_makes_no_candidate(ended: dict[str, str]) -> None:
    answer = asked(people=[contact("p"), contact("boss")], reports_to=[line("p", "boss", **ended)])
    assert answer.candidates == ()


def test_who_has_left_is_no_candidate_and_makes_none() -> None:
    answer = asked(
        people=[contact("p"), contact("peer"), contact("boss", status="LEFT"), contact("report", status="LEFT")],
        reports_to=[line("p", "boss"), line("peer", "boss"), line("report", "p")],
    )
    assert answer.candidates == ()


def test_who_leaves_too_is_no_candidate_but_still_links_the_others() -> None:
    view = drawn(
        people=[employee("e"), employee("f"), *(contact(key) for key in ["p", "boss", "peer", "report"])],
        ties=[tie("e", "peer"), tie("f", "peer", trust=4)],
        reports_to=[line("p", "boss"), line("peer", "boss"), line("report", "p")],
    )
    found = succession_candidates(view, "p", leaving=["p", "boss", "e"])
    assert {one.person: [held.employee for held in one.ties] for one in found} == {"peer": ["f"], "report": []}


def test_of_several_relations_the_one_that_counts_most_holds() -> None:
    records: dict[str, Any] = {
        "departments": [department("d", None)],
        "people": [contact("p", None, "d"), contact("boss"), contact("both", None, "d", tags=(Tag.RISING_STAR,))],
        "reports_to": [line("p", "boss"), line("both", "boss"), line("both", "p", DOTTED)],
    }
    assert kinds(asked(**records))["both"] == "PEER"
    policy = Policy()
    stars = replace(policy, succession_relations={**policy.succession_relations, "RISING_STAR": 0.9})
    assert kinds(asked(policy=stars, **records))["both"] == "RISING_STAR"
    assert terms(asked(policy=stars, **records), "both")["relation"] == 0.9


def test_the_score_is_the_sum_of_the_terms_by_their_weights() -> None:
    answer = asked(
        departments=[department("d", None)],
        people=[
            contact("p", OrgLevel.SENIOR, "d"),
            contact("report", OrgLevel.MIDDLE, "d", tags=(Tag.RISING_STAR,)),
        ],
        reports_to=[line("report", "p")],
    )
    (found,) = answer.candidates
    assert [(term.name, term.value, pytest.approx(term.weight)) for term in found.terms] == [
        ("relation", 0.6, 0.7 * 0.9),
        ("department", 1.0, 0.1 * 0.9),
        ("level", 1.0, 0.1 * 0.9),
        ("rising_star", 1.0, 0.1 * 0.9),
        ("team_above", None, 0.2 * 0.1),
        ("title", 2 * 2 / 6, 0.2 * 0.1),
        ("team_size", None, 0.2 * 0.1),
        ("tenure", None, 0.2 * 0.1),
        ("dotted_lines", None, 0.2 * 0.1),
    ]
    assert sum(term.weight for term in found.terms) == pytest.approx(1)
    assert found.score == pytest.approx((0.6 * 0.7 + 0.3) * 0.9 + 2 / 3 * 0.2 * 0.1)


@pytest.mark.parametrize(
    ("level", "value"),
    [
        (OrgLevel.EXECUTIVE, 0.0),
        (OrgLevel.SENIOR, 1.0),
        (OrgLevel.MIDDLE, 1.0),
        (OrgLevel.STAFF, 0.0),
        (OrgLevel.UNKNOWN, None),
        (None, None),
    ],
)
def test_a_level_fits_when_it_is_the_same_or_one_below(level: str | None, value: float | None) -> None:
    people = [contact("p", OrgLevel.SENIOR), contact("report", level)]
    assert terms(asked(people=people, reports_to=[line("report", "p")]), "report")["level"] == value


def test_departments_that_are_not_known_make_no_term() -> None:
    people = [contact("p").replace(title=None), contact("report", None, "d")]
    answer = asked(departments=[department("d", None)], people=people, reports_to=[line("report", "p")])
    assert terms(answer, "report")["department"] is None
    assert answer.candidates[0].score == pytest.approx(0.6 * 0.7 * 0.9)


def test_the_own_manager_comes_before_anyone_beside_or_below_who_fits_no_better() -> None:
    people = [contact(key, OrgLevel.MIDDLE) for key in ["p", "boss", "chief", "a-peer", "a-report"]]
    lines = [line("p", "boss"), line("boss", "chief"), line("a-peer", "boss"), line("a-report", "p")]
    answer = asked(people=people, reports_to=lines)
    assert [found.person for found in answer.candidates] == ["boss", "chief", "a-peer", "a-report"]


def test_equal_scores_are_in_order_of_keys() -> None:
    people = [contact(key) for key in ["p", "c", "a", "b"]]
    answer = asked(people=people, reports_to=[line(key, "p") for key in "cab"])
    assert [found.person for found in answer.candidates] == ["a", "b", "c"]


def test_our_ties_to_a_candidate_are_told_strongest_first_live_or_not() -> None:
    answer = asked(
        people=[*(employee(key) for key in "efg"), contact("p"), contact("report")],
        ties=[tie("e", "report", 5, OLD), tie("f", "report", 3), tie("g", "report", 5), tie("g", "p")],
        reports_to=[line("report", "p")],
    )
    assert [(held.employee, held.is_live) for held in answer.candidates[0].ties] == [
        ("g", True),
        ("f", True),
        ("e", False),
    ]


def test_exposed_means_no_live_tie_to_any_of_the_first_three() -> None:
    def exposed(*known: str, last_contact: str = NOW) -> bool:
        return asked(
            people=[employee("e"), *(contact(key) for key in ["p", "a", "b", "c", "d"])],
            ties=[tie("e", key, last_contact=last_contact) for key in known],
            reports_to=[line(key, "p") for key in "abcd"],
        ).exposed

    assert exposed()
    assert exposed("p")
    assert exposed("d")
    assert not exposed("c")
    assert not exposed("a", "d")
    assert exposed("a", last_contact=OLD)


def test_somebody_whom_nobody_may_follow_is_exposed() -> None:
    answer = asked(people=[contact("p")])
    assert (answer.candidates, answer.exposed) == ((), True)
    assert is_exposed(())


async def ask_about(person: str, as_of: date = DAY, **records: Any) -> Succession:
    store = await open_store(Settings(store_url="memory:"))
    try:
        await apply_changes(store, LOCAL, Changes(upserts=tables_of(world_of(companies=COMPANIES, **records))))
        return await Asker(store).ask(LOCAL, SUCCESSION, SuccessionParams(person=person, as_of=as_of))
    finally:
        await store.close()


COMPANIES = [
    Company(key="us", name="Us", side="SUPPLIER"),
    Company(key="acme", name="Acme", side="CUSTOMER"),
    Company(key="aaa", name="Another", side="CUSTOMER"),
    Company(key="ally", name="Ally", side="PARTNER"),
]


async def test_the_account_that_a_person_works_in_answers_before_those_where_it_is_an_outsider() -> None:
    """In the account `aaa`, which comes first by key, p is an outsider and has no reports."""
    answer = await ask_about(
        "p",
        people=[contact("p"), contact("report"), Person(key="q", name="Q", company="aaa")],
        reports_to=[line("report", "p")],
        influences=[Influence(influencer="p", influenced="q", weight=0.5)],
    )
    assert (answer.account, answer.company, kinds(answer)) == ("acme", "acme", {"report": "DIRECT_REPORT"})


async def test_an_outsider_is_asked_about_in_the_first_account_by_key() -> None:
    answer = await ask_about(
        "adviser",
        people=[
            Person(key="adviser", name="A", company="ally"),
            contact("c"),
            Person(key="q", name="Q", company="aaa"),
        ],
        influences=[
            Influence(influencer="adviser", influenced="q", weight=0.5),
            Influence(influencer="adviser", influenced="c", weight=0.5),
        ],
    )
    assert (answer.account, answer.company, answer.exposed) == ("aaa", "ally", True)


async def test_one_of_our_employees_is_sent_to_the_departure_impact() -> None:
    records: dict[str, Any] = {"people": [employee("e"), employee("f"), contact("a")], "ties": [tie("e", "a")]}
    with pytest.raises(QuestionRejected, match="Name of e is one of our employees: departureImpact"):
        await ask_about("e", **records)
    with pytest.raises(QuestionRejected, match="departureImpact"):  # without a tie, in no account
        await ask_about("f", **records)


async def test_who_is_not_there_on_the_day_is_rejected_and_an_unknown_key_is_not_in_the_graph() -> None:
    people = [contact("a", status="LEFT", status_since="2026-03-01")]
    with pytest.raises(QuestionRejected, match="no present contact of a customer on that day"):
        await ask_about("a", people=people)
    assert (await ask_about("a", date(2026, 2, 1), people=people)).person == "a"
    with pytest.raises(NotInGraph):
        await ask_about("nobody", people=people)


_KEYS = [f"c{number}" for number in range(6)]


@settings(max_examples=50)
@given(
    managers=st.lists(st.none() | st.integers(0, 5), min_size=6, max_size=6),
    stars=st.sets(st.sampled_from(_KEYS)),
    known=st.sets(st.sampled_from(_KEYS)),
)
def test_names_do_not_matter(managers: list[int | None], stars: set[str], known: set[str]) -> None:
    def found(prefix: str) -> list[tuple[str, str, float, int]]:
        lines = [
            line(prefix + _KEYS[number], prefix + _KEYS[above])
            for number, above in enumerate(managers)
            if above is not None and above < number
        ]
        answer = asked(
            prefix + "c2",
            people=[
                employee("e"),
                *(
                    contact(prefix + key, tags=(Tag.RISING_STAR,) if key in stars else ()).replace(title=key)
                    for key in _KEYS
                ),
            ],
            ties=[tie("e", prefix + key) for key in known],
            reports_to=lines,
        )
        assert prefix + "c2" not in kinds(answer)
        return [(one.person.removeprefix(prefix), one.kind, one.score, len(one.ties)) for one in answer.candidates]

    assert found("") == found("x-")
