"""Access paths on small drawn graphs."""

from __future__ import annotations

from typing import Any

import pytest

from graph.errors import QuestionRejected
from graph.model.companies import Company
from graph.model.people import Influence, Person, ReportingLine
from graph.model.words import Side
from queries.access_paths import ACCESS_PATHS, AccessPath, AccessPathsParams
from tests.questions.drawn import contact, drawn, employee, tie


def paths(asked: dict[str, Any] | None = None, **records: list[Any]) -> tuple[AccessPath, ...]:
    params = AccessPathsParams(**{"to": "boss", **(asked or {})})
    return ACCESS_PATHS.combine([ACCESS_PATHS.part(drawn(**records), params)], params)


TWO_WAYS: dict[str, list[Any]] = {
    "people": [employee("e"), employee("f"), contact("boss"), contact("a"), contact("b")],
    "ties": [tie("e", "a"), tie("e", "b", trust=3), tie("f", "boss", trust=1)],
    "influences": [
        Influence(influencer="a", influenced="boss", weight=0.3),
        Influence(influencer="b", influenced="boss", weight=0.9),
    ],
}


def test_every_employee_gets_the_strongest_path_strongest_first() -> None:
    first, second = paths(**TWO_WAYS)
    assert (first.employee, first.strength) == ("e", pytest.approx(0.70 * 0.9))
    assert [(s.kind, s.source, s.target) for s in first.steps] == [("TIE", "e", "b"), ("INFLUENCES", "b", "boss")]
    assert (second.employee, second.strength) == ("f", pytest.approx(0.40))


def test_paths_of_one_employee_or_the_first_few_can_be_asked_for() -> None:
    assert [path.employee for path in paths({"employee": "f"}, **TWO_WAYS)] == ["f"]
    assert [path.employee for path in paths({"first": 1}, **TWO_WAYS)] == ["e"]
    with pytest.raises(QuestionRejected, match="first"):
        paths({"first": 0}, **TWO_WAYS)


def test_a_manager_is_reached_through_the_line_that_implies_influence() -> None:
    (path,) = paths(
        people=[employee("e"), contact("boss"), contact("a")],
        ties=[tie("e", "a")],
        reports_to=[ReportingLine(person="a", manager="boss")],
    )
    assert [(step.kind, step.strength) for step in path.steps] == [("TIE", 1.0), ("REPORTS_TO", 0.30)]


def test_a_path_below_the_floor_is_shown_as_out_of_reach() -> None:
    (path,) = paths(
        people=[employee("e"), contact("boss"), contact("a")],
        ties=[tie("e", "a", trust=1)],
        influences=[Influence(influencer="a", influenced="boss", weight=0.2)],
    )
    assert (path.strength, path.is_within_reach) == (pytest.approx(0.08), False)


def test_influence_too_weak_to_walk_leads_nowhere() -> None:
    assert not paths(
        people=[employee("e"), contact("boss"), contact("a")],
        ties=[tie("e", "a")],
        influences=[Influence(influencer="a", influenced="boss", weight=0.19)],
    )


def test_an_outsider_who_is_listened_to_is_a_way() -> None:
    (path,) = paths(
        companies=[Company(key="consult", name="Consult", side=Side.PARTNER)],
        people=[employee("e"), contact("boss"), Person(key="guru", name="Guru", company="consult")],
        ties=[tie("e", "guru")],
        influences=[Influence(influencer="guru", influenced="boss", weight=0.5)],
    )
    assert [step.source for step in path.steps] == ["e", "guru"]


def test_our_own_people_are_nobody_to_reach() -> None:
    with pytest.raises(QuestionRejected, match="no present contact"):
        paths({"to": "e"}, **TWO_WAYS)


def test_a_path_starts_with_one_of_ours() -> None:
    with pytest.raises(QuestionRejected, match="none of our employees"):
        paths({"employee": "a"}, **TWO_WAYS)
