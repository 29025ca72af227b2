"""How alike the place of a candidate is to the person's, term by term on small drawn graphs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graph.model.companies import Company
from graph.model.people import Employment, Person, ReportingLine
from graph.model.words import OrgLevel, ReportingKind
from graph.policy import Policy, WrongNumber
from queries.succession_ranking import succession_candidates
from tests.questions.drawn import DAY, NOW, contact, drawn

TERMS = ["team_above", "title", "team_size", "tenure", "dotted_lines"]


def line(person: str, manager: str, kind: str = ReportingKind.SOLID, **more: Any) -> ReportingLine:
    return ReportingLine(person=person, manager=manager, kind=kind, **more)


def dotted(person: str, manager: str, **more: Any) -> ReportingLine:
    return line(person, manager, ReportingKind.DOTTED, **more)


def terms(of: str, **records: Any) -> dict[str, float | None]:
    """The terms of likeness of a candidate for the seat of p."""
    (found,) = (one for one in succession_candidates(drawn(**records), "p") if one.person == of)
    return {term.name: term.value for term in found.terms if term.name in TERMS}


def titled(key: str, title: str | None) -> Person:
    return contact(key).replace(title=title)


def test_peers_have_the_same_team_above_and_whoever_meets_one_manager_further_up_has_half() -> None:
    records = {
        "people": [contact(key) for key in ["p", "boss", "chief", "head", "peer", "report"]],
        "reports_to": [
            *(line(person, "boss") for person in ["p", "peer"]),
            line("boss", "chief"),
            line("chief", "head"),
            line("report", "p"),
        ],
    }
    assert terms("peer", **records)["team_above"] == 1.0
    assert terms("report", **records)["team_above"] == 0.5  # its manager's manager is the boss
    assert terms("boss", **records)["team_above"] == 0.5  # the chief, who is above both
    assert terms("chief", **records)["team_above"] == 0.0


def test_who_has_no_manager_on_the_map_has_no_team_above_that_is_known() -> None:
    people = [contact(key) for key in ["p", "boss", "report"]]
    lines = [line("p", "boss"), line("report", "p")]
    assert terms("boss", people=people, reports_to=lines)["team_above"] is None
    assert terms("report", people=people, reports_to=lines[1:])["team_above"] is None


@pytest.mark.parametrize(
    ("here", "there", "value"),
    [
        ("Head of Sales", "head of SALES", 1.0),
        ("Director, Sales & Service", "Director of Service", 2 * 2 / 6),
        ("Director", "Assistant", 0.0),
        ("ＶＰ　Ｓａｌｅｓ", "vp sales", 1.0),
        ("Sales sales", "Sales", 1.0),
        ("Café manager", "Cafe\u0301 manager", 1.0),
        ("采购总监", "采购经理", 2 / 6),
        ("采购总监", "财务总监", 2 / 6),
        ("采购总监 IT", "IT Director", 2 * 1 / 6),
        ("総務", "総務", 1.0),
        ("副", "副", 1.0),
        ("구매 팀장", "영업 팀장", 0.5),
        (None, "Director", None),
        ("Director", None, None),
        ("— / —", "Director", None),
    ],
)
def test_titles_are_as_alike_as_the_words_that_both_have(
    here: str | None, there: str | None, value: float | None
) -> None:
    people = [titled("p", here), titled("report", there)]
    found = terms("report", people=people, reports_to=[line("report", "p")])["title"]
    assert found == (value if value is None else pytest.approx(value))


@pytest.mark.parametrize(("mine", "theirs", "value"), [(2, 2, 1.0), (4, 1, 0.25), (1, 4, 0.25)])
def test_teams_are_as_alike_as_their_sizes(mine: int, theirs: int, value: float) -> None:
    reports = [("p", f"m{number}") for number in range(mine)] + [
        ("peer", f"t{number}") for number in range(theirs)
    ]
    found = terms(
        "peer",
        people=[contact(key) for key in ["p", "peer", "boss", *(report for _, report in reports)]],
        reports_to=[line("p", "boss"), line("peer", "boss"), *(line(report, led) for led, report in reports)],
    )
    assert found["team_size"] == value


def test_only_solid_reports_who_are_there_make_a_team_and_nobody_known_is_no_team_of_0() -> None:
    people = [*(contact(key) for key in ["p", "peer", "boss", "m", "d"]), contact("gone", status="LEFT")]
    lines = [line("p", "boss"), line("peer", "boss"), line("m", "p"), dotted("d", "peer"), line("gone", "peer")]
    ended = line("d", "peer", valid_to=NOW)
    assert terms("peer", people=people, reports_to=[*lines, ended])["team_size"] is None
    assert terms("m", people=people, reports_to=lines)["team_size"] is None


def since(person: str, begin: str | None, company: str = "acme", end: str | None = None) -> Employment:
    return Employment(person=person, company=company, valid_from=begin, valid_to=end)


@pytest.mark.parametrize(
    ("mine", "theirs", "value"),
    [
        ("2026-06-20", "2026-06-25", 0.5),
        ("2026-06-20", "2026-06-20", 1.0),
        ("2026-06-20", "2020-01-01", 1.0),  # longer is as good
        ("2026-06-20", NOW, 0.0),
        (NOW, NOW, 1.0),
        (NOW, "2020-01-01", 1.0),
        (None, "2026-06-20", None),
        ("2026-06-20", None, None),
    ],
)
def test_tenure_is_the_time_with_the_customer_beside_that_of_the_person(
    mine: str | None, theirs: str | None, value: float | None
) -> None:
    found = terms(
        "report",
        people=[contact("p"), contact("report")],
        works_in=[since("p", mine), since("report", theirs)],
        reports_to=[line("report", "p")],
    )
    assert found["tenure"] == value


def test_tenure_begins_with_the_first_period_in_the_account_and_what_is_yet_to_come_is_not_known() -> None:
    records: dict[str, Any] = {
        "companies": [
            Company(key="lab", name="Lab", side="CUSTOMER", parent="acme"),
            Company(key="other", name="Other", side="PARTNER"),
        ],
        "people": [contact("p"), contact("report"), contact("plain")],
        "reports_to": [line("report", "p"), line("plain", "p")],
        "works_in": [
            since("p", "2026-06-20"),
            since("report", "2026-01-01", "other", "2026-06-25"),
            since("report", "2026-06-25", "lab", "2026-06-28"),
            since("report", "2026-06-28", "acme", "2026-07-05"),
            since("report", "2026-07-05"),
        ],
    }
    assert terms("report", **records)["tenure"] == 0.5
    assert terms("plain", **records)["tenure"] is None  # no period at all
    records["works_in"].append(since("report", None, "acme", "2020-01-01"))
    assert terms("report", **records)["tenure"] is None  # since when is not known


def test_dotted_lines_are_alike_by_the_managers_that_both_have() -> None:
    people = [contact(key) for key in ["p", "report", "plain", "a", "b", "c"]]
    lines = [line("report", "p"), line("plain", "p"), dotted("p", "a"), dotted("p", "b"), dotted("report", "b")]
    assert terms("report", people=people, reports_to=lines)["dotted_lines"] == 0.5
    more = [*lines, dotted("report", "c")]
    assert terms("report", people=people, reports_to=more)["dotted_lines"] == pytest.approx(1 / 3)
    ended = [*lines[:-1], dotted("report", "c"), dotted("report", "b", valid_to=NOW)]
    assert terms("report", people=people, reports_to=ended)["dotted_lines"] == 0.0
    assert terms("plain", people=people, reports_to=lines)["dotted_lines"] is None


def two_peers(policy: Policy | None = None, **records: Any) -> list[str]:
    """The order of the peers `alike` and `another` when p, of the same title as the one, leaves."""
    people = [contact("boss"), titled("p", "Head of Sales"), titled("alike", "Head of Sales North")]
    view = drawn(
        policy,
        people=[*people, titled("another", "Chemist"), *(contact(f"r{n}") for n in range(4))],
        reports_to=[line(person, "boss") for person in ["p", "alike", "another"]],
        **records,
    )
    return [one.person for one in succession_candidates(view, "p") if one.kind == "PEER"]


def test_of_peers_of_the_same_relation_and_level_the_more_alike_comes_first() -> None:
    assert two_peers() == ["alike", "another"]


def test_without_likeness_in_the_policy_peers_are_in_order_of_keys_again() -> None:
    people = [contact("boss"), titled("p", "Sales"), titled("a", "Chemist"), titled("b", "Sales")]
    lines = [line(person, "boss") for person in ["p", "a", "b"]]

    def first_peer(policy: Policy) -> str:
        found = succession_candidates(drawn(policy, people=people, reports_to=lines), "p")
        return next(one.person for one in found if one.kind == "PEER")

    assert first_peer(Policy()) == "b"
    assert first_peer(replace(Policy(), succession_likeness=0.0)) == "a"


def test_the_weights_within_likeness_say_which_peer_comes_first() -> None:
    records: dict[str, Any] = {"works_in": [since("p", "2025-06-30"), since("another", "2025-06-30")]}
    records["works_in"] += [since("alike", NOW)]
    records["works_in"] = [
        row.replace(title={"p": "Sales", "alike": "Sales"}.get(row.person, "Chemist"))
        for row in records["works_in"]
    ]
    only = dict.fromkeys(TERMS, 0.0)
    by_title = replace(Policy(), succession_likeness_weights={**only, "title": 1.0})
    by_tenure = replace(Policy(), succession_likeness_weights={**only, "tenure": 1.0})
    assert two_peers(by_title, **records) == ["alike", "another"]
    assert two_peers(by_tenure, **records) == ["another", "alike"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"succession_likeness": 1.1},
        {"succession_likeness": -0.1},
        {"succession_likeness_weights": dict.fromkeys(TERMS, 0.25)},
        {"succession_likeness_weights": {**dict.fromkeys(TERMS, 0.0), "title": 1.5, "tenure": -0.5}},
    ],
)
def test_a_policy_of_which_the_parts_are_no_parts_of_one_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(WrongNumber, match=next(iter(wrong))):
        replace(Policy(), **wrong)


def test_the_manager_above_stands_between_the_own_manager_and_the_most_alike_peer_of_another_department() -> None:
    levels = {"p": OrgLevel.MIDDLE, "q": OrgLevel.MIDDLE, "boss": OrgLevel.SENIOR, "chief": OrgLevel.EXECUTIVE}
    people = [contact(key, level) for key, level in levels.items()] + [contact(key) for key in ["m", "n", "d"]]
    lines = [line("p", "boss"), line("q", "boss"), line("boss", "chief"), line("m", "p"), line("n", "q")]
    lines += [dotted("p", "d"), dotted("q", "d")]
    history = [
        since(person, "2020-01-01").replace(title="Head" if person in "pq" else "Chair", level=level)
        for person, level in levels.items()
    ]
    found = succession_candidates(drawn(people=people, reports_to=lines, works_in=history), "p")
    (peer,) = (one for one in found if one.person == "q")
    assert {term.name: term.value for term in peer.terms if term.name in TERMS} == dict.fromkeys(TERMS, 1.0)
    assert [one.person for one in found][:3] == ["boss", "chief", "q"]


def test_what_is_not_known_adds_nothing_and_takes_nothing_away() -> None:
    """The same graph with one thing less known: the score falls by that term, or stays."""
    people = [titled("p", "Sales"), titled("report", "Sales"), contact("boss"), contact("m")]
    lines = [line("p", "boss"), line("report", "p"), line("m", "report"), dotted("p", "m"), dotted("report", "m")]
    history = [since(person, "2020-01-01").replace(title="Sales") for person in ["p", "report"]]

    def score(**records: Any) -> float:
        found = succession_candidates(drawn(**records), "p")
        return next(one.score for one in found if one.person == "report")

    full = score(people=people, reports_to=lines, works_in=history)
    untimed = [row.replace(valid_from=None) for row in history]
    assert score(people=people, reports_to=lines, works_in=untimed) == pytest.approx(full - 0.02)
    untitled = [row.replace(title=None) for row in history]
    assert score(people=people, reports_to=lines, works_in=untitled) == pytest.approx(full - 0.02)
    undotted = [one for one in lines if one.kind != ReportingKind.DOTTED]
    assert score(people=people, reports_to=undotted, works_in=history) == pytest.approx(full - 0.02)


def test_likeness_is_of_the_day_that_is_asked_about() -> None:
    records: dict[str, Any] = {
        "people": [contact("p"), contact("report")],
        "works_in": [
            Employment(person="p", company="acme", title="Sales", valid_from="2020-01-01"),
            Employment(
                person="report", company="acme", title="Chemist", valid_from="2020-01-01", valid_to="2026-06-30"
            ),
            Employment(person="report", company="acme", title="Sales", valid_from="2026-06-30"),
        ],
        "reports_to": [line("report", "p")],
    }
    assert terms("report", **records)["title"] == 1.0
    before = drawn(day=DAY.replace(day=29), **records)
    (found,) = succession_candidates(before, "p")
    assert next(term.value for term in found.terms if term.name == "title") == 0.0
