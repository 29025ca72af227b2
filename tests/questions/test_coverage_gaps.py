"""Coverage gaps on small drawn graphs."""

from __future__ import annotations

from typing import Any

from graph.model.companies import Department
from graph.model.meetings import Interaction
from graph.model.people import ReportingLine, Tie
from graph.model.words import Line, OrgLevel, Power, Stage, Stance
from queries.coverage_gaps import COVERAGE_GAPS, CoverageGaps, CoverageGapsParams
from tests.questions.drawn import NOW, contact, department, drawn, employee, power, role, stance, tie


def gaps(grade: str | None = None, **records: list[Any]) -> CoverageGaps:
    return COVERAGE_GAPS.part(drawn(grade=grade, **records), CoverageGapsParams(company="acme"))


def kinds(answer: CoverageGaps) -> set[tuple[str, str]]:
    return {(str(found.kind), found.subject.key) for found in answer.findings}


def test_the_grid_counts_people_by_line_and_level() -> None:
    answer = gaps(
        "B",
        departments=[department("fin", Line.FINANCE), department("fin-1", None, "fin")],
        people=[
            employee("e"),
            employee("f"),
            contact("a", OrgLevel.SENIOR, "fin"),
            contact("b", OrgLevel.SENIOR, "fin-1"),
            contact("c", None),
        ],
        ties=[tie("e", "a"), tie("f", "a"), tie("e", "b")],
    )
    assert [(c.line, c.level, c.people, c.covered, c.redundant, c.ratio, c.target) for c in answer.grid] == [
        ("FINANCE", "SENIOR", 2, 2, 1, 1.0, 0.40),
        ("OTHER", "UNKNOWN", 1, 0, 0, 0.0, 0.40),
    ]


def test_a_line_that_nobody_knows_is_uncovered_and_one_known_too_little_below_target() -> None:
    lines = [department("fin", Line.FINANCE), department("tech", Line.TECHNICAL)]
    people = [contact("a", None, "fin"), *(contact(key, None, "tech") for key in "bcd")]
    found = kinds(gaps("A", departments=lines, people=[employee("e"), *people], ties=[tie("e", "b")]))
    assert ("UNCOVERED_LINE", "FINANCE") in found
    assert ("LINE_BELOW_TARGET", "TECHNICAL") in found


def test_without_a_grade_there_is_no_target() -> None:
    people = [contact(key, None, "tech") for key in "bcd"]
    answer = gaps(
        departments=[department("tech", Line.TECHNICAL)], people=[employee("e"), *people], ties=[tie("e", "b")]
    )
    assert {cell.target for cell in answer.grid} == {None}
    assert not {found for found in kinds(answer) if found[0] == "LINE_BELOW_TARGET"}


def test_a_department_counts_the_people_below_it() -> None:
    tree = [department("top", Line.USER), department("mid", None, "top"), department("low", None, "mid")]
    people = [employee("e"), contact("a", None, "low"), contact("b", None, "top")]
    found = kinds(gaps(departments=tree, people=people, ties=[tie("e", "b")]))
    assert {key for kind, key in found if kind == "UNCOVERED_DEPARTMENT"} == {"mid", "low"}


def test_key_people_need_two_holders() -> None:
    people = [employee("e"), employee("f"), contact("a"), contact("b"), contact("c"), contact("d")]
    found = kinds(
        gaps(
            people=people,
            ties=[tie("e", "b"), tie("e", "c"), tie("f", "c")],
            positions=[power(key, Power.INNER_CIRCLE) for key in "abc"],
        )
    )
    assert {key for kind, key in found if kind == "UNCOVERED_KEY_PERSON"} == {"a"}
    assert {key for kind, key in found if kind == "SINGLE_HELD_KEY_PERSON"} == {"b"}


def test_a_key_person_without_contact_for_longer_than_the_silence_is_silent() -> None:
    def silent(last_contact: str, *meetings: Interaction) -> bool:
        answer = gaps(
            people=[employee("e"), contact("a")],
            ties=[tie("e", "a", last_contact=last_contact)],
            decision_roles=[role("a", Stage.APPROVAL)],
            interactions=list(meetings),
        )
        return ("SILENT_KEY_PERSON", "a") in kinds(answer)

    assert silent("2026-03-31")  # 91 days
    assert not silent("2026-04-01")  # 90 days
    assert not silent("2026-01-01", Interaction(key="m", kind="CALL", on="2026-06-01", participants=("a", "e")))
    assert silent(
        "2026-01-01", Interaction(key="m", kind="CALL", on="2026-07-01", participants=("a", "e"))
    )  # not known yet


def test_a_tie_below_its_own_target_is_told_and_unknown_trust_is_below() -> None:
    people = [employee("e"), contact("a"), contact("b"), contact("c")]
    ties = [
        Tie(employee="e", contact="a", trust=3, target_trust=4, last_contact=NOW),
        Tie(employee="e", contact="b", target_trust=2, last_contact=NOW),
        Tie(employee="e", contact="c", trust=4, target_trust=4, last_contact=NOW),
    ]
    found = kinds(gaps(people=people, ties=ties))
    assert {key for kind, key in found if kind == "TRUST_BELOW_TARGET"} == {"a", "b"}


def test_every_stage_without_anybody_is_missing() -> None:
    answer = gaps(people=[contact("a")], decision_roles=[role("a", Stage.APPROVAL)])
    missing = [(x.stage, x.severity) for x in answer.findings if x.kind == "MISSING_STAGE"]
    assert sorted(missing) == [
        ("EVALUATION", "MODERATE"),
        ("QUALIFICATION", "MODERATE"),
        ("SPECIFICATION", "MODERATE"),
    ]


def test_a_key_person_without_a_known_stance_is_told() -> None:
    answer = gaps(
        people=[contact("a"), contact("b")],
        decision_roles=[role("a", Stage.APPROVAL), role("b", Stage.APPROVAL)],
        positions=[stance("b", Stance.NEUTRAL)],
    )
    assert {key for kind, key in kinds(answer) if kind == "UNKNOWN_STANCE"} == {"a"}


def test_a_joint_event_needs_people_of_both_sides_within_a_year() -> None:
    def without_event(*events: Interaction) -> str | None:
        answer = gaps("S", people=[employee("e"), contact("a")], ties=[tie("e", "a")], interactions=list(events))
        return next((x.severity for x in answer.findings if x.kind == "NO_JOINT_EVENT"), None)

    assert without_event() == "MODERATE"
    assert without_event(Interaction(key="i", kind="VISIT", on="2026-01-01", participants=("a", "e"))) is None
    assert without_event(Interaction(key="i", kind="CALL", on="2026-01-01", participants=("a", "e"))) == "MODERATE"
    assert without_event(Interaction(key="i", kind="VISIT", on="2026-01-01", participants=("a",))) == "MODERATE"
    assert (
        without_event(Interaction(key="i", kind="VISIT", on="2025-06-29", participants=("a", "e"))) == "MODERATE"
    )
    assert (
        without_event(Interaction(key="i", kind="VISIT", on="2026-07-01", participants=("a", "e"))) == "MODERATE"
    )


def test_a_finding_keeps_its_id_while_its_cause_stays() -> None:
    def id_on(last_contact: str) -> str:
        answer = gaps(
            people=[employee("e"), contact("a")],
            ties=[tie("e", "a", last_contact=last_contact)],
            decision_roles=[role("a", Stage.APPROVAL)],
        )
        return next(found.id for found in answer.findings if found.kind == "SILENT_KEY_PERSON")

    assert id_on("2026-03-01") == id_on("2026-02-01")


def test_an_executive_needs_one_of_our_executives_and_a_senior_one_is_not_asked_for() -> None:
    found = kinds(
        gaps(
            people=[
                employee("top", level=OrgLevel.EXECUTIVE),
                employee("senior", level=OrgLevel.SENIOR),
                contact("met", OrgLevel.EXECUTIVE),
                contact("known", OrgLevel.EXECUTIVE),
                contact("head", OrgLevel.SENIOR),
            ],
            ties=[tie("top", "met"), tie("senior", "known")],
        )
    )
    assert {key for kind, key in found if kind == "LEVEL_UNMATCHED"} == {"known"}


def test_a_line_needs_somebody_of_the_same_line_of_ours() -> None:
    ours = [Department(key="us-fin", company="us", name="Finance", line=Line.FINANCE)]
    theirs = [
        department("fin", Line.FINANCE),
        department("tech", Line.TECHNICAL),
        department("buy", Line.PROCUREMENT),
    ]
    people = [contact("a", None, "fin"), contact("b", None, "tech")]
    answer = gaps(
        departments=[*ours, *theirs],
        people=[employee("e", department="us-fin"), *people],
        ties=[tie("e", "a"), tie("e", "b")],
    )
    (gap,) = (found for found in answer.findings if found.kind == "FUNCTION_UNMATCHED")
    assert gap.subject.key == "TECHNICAL"  # nobody is in PROCUREMENT
    assert {figure.name: figure.value for figure in gap.evidence.figures} == {
        "people": 1,
        "covered": 1,
        "our_people_of_the_line": 0,
        "share": gap.share,
    }


def test_a_key_person_none_of_whose_likeliest_successors_we_know_is_told() -> None:
    lines = [ReportingLine(person=key, manager="boss") for key in ("first", "second", "third", "fourth")]
    people = [employee("e"), contact("boss"), *(contact(line.person) for line in lines)]

    def exposed(*known: str) -> list[str]:
        answer = gaps(
            people=people,
            reports_to=lines,
            ties=[tie("e", key) for key in known],
            positions=[power("boss", Power.INNER_CIRCLE)],
        )
        return [found.subject.key for found in answer.findings if found.kind == "SUCCESSORS_UNCOVERED"]

    assert exposed("boss") == ["boss"]
    assert exposed("boss", "third") == ["boss"]  # the first three by key: first, fourth, second
    assert exposed("second") == []


def test_a_key_person_whom_nobody_would_follow_is_exposed_too() -> None:
    answer = gaps(people=[contact("alone")], positions=[power("alone", Power.INNER_CIRCLE)])
    (gap,) = (found for found in answer.findings if found.kind == "SUCCESSORS_UNCOVERED")
    assert (gap.subject.key, gap.severity, gap.evidence.people) == ("alone", "CRITICAL", ("alone",))
