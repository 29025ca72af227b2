"""What changed between two days: one drawn account a rule, and what holds of any two days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from graph.errors import NotInGraph, QuestionRejected
from graph.messages.language import Language
from graph.messages.message import Message
from graph.messages.message import told as in_language
from graph.model.companies import Company, Department
from graph.model.deals import Opportunity
from graph.model.people import Employment
from graph.model.words import Power, Side, Stance
from graph.policy import Policy
from queries.account_view import AccountView
from queries.changes import CHANGES, Change, ChangeKind, ChangesParams, differences
from tests.oracle.oracle import Oracle
from tests.oracle.world import World
from tests.oracle.worlds import ASKED, POLICIES
from tests.questions.against_oracle import DAYS, RANDOM, WORLDS, seen
from tests.questions.drawn import DAY, contact, department, drawn, employee, power, stance, tie

BEFORE = date(2026, 3, 31)
SPRING = "2026-05-01"
NO_FINDINGS = tuple(kind for kind in ChangeKind if not kind.startswith("FINDING"))
INVERSE = {
    ChangeKind.PERSON_JOINED: ChangeKind.PERSON_LEFT,
    ChangeKind.PERSON_MOVED: ChangeKind.PERSON_MOVED,
    ChangeKind.TIE_OPENED: ChangeKind.TIE_ENDED,
    ChangeKind.STANCE_TURNED: ChangeKind.STANCE_TURNED,
    ChangeKind.FINDING_APPEARED: ChangeKind.FINDING_DISAPPEARED,
}
INVERSE |= {other: one for one, other in INVERSE.items()}


def changes(view: AccountView, *kinds: ChangeKind, company: str = "acme") -> list[Change]:
    """What changed from the end of March to the end of June, of those kinds."""
    params = ChangesParams(company=company, from_day=BEFORE, as_of=DAY, policy_version=2)
    found = CHANGES.part(view, params)
    assert CHANGES.combine([found], params) == found
    assert all(change.policy_version == 2 for change in found)
    return [change for change in found if change.kind in (kinds or NO_FINDINGS)]


def told(found: list[Change]) -> list[tuple[Any, ...]]:
    return [(change.kind, change.subject.key, said(change.before), said(change.after)) for change in found]


def said(message: str | Message | None) -> str | None:
    """As English readers are told."""
    return None if message is None else in_language(message, Language.EN)


def moved(*history: Employment) -> AccountView:
    """`ada` with that history, in a group of two companies."""
    return drawn(
        companies=[Company(key="east", name="East", side=Side.CUSTOMER, parent="acme")],
        departments=[department("it", None), department("board", None)],
        people=[contact("ada").replace(title=None)],
        works_in=list(history),
    )


def test_somebody_who_begins_has_joined_and_somebody_who_is_gone_has_left() -> None:
    view = drawn(
        people=[contact("new"), contact("old", status="LEFT", status_since=SPRING)],
        works_in=[Employment(person="new", company="acme", title="Clerk", valid_from=SPRING)],
    )
    assert told(changes(view)) == [
        (ChangeKind.PERSON_JOINED, "new", None, "Clerk, Acme"),
        (ChangeKind.PERSON_LEFT, "old", "Title of old, Acme", None),
    ]


@pytest.mark.parametrize(
    ("company", "department", "title", "after"),
    [
        ("acme", "board", "Head", "Head, Department board, Acme"),
        ("acme", "it", "Chief", "Chief, Department it, Acme"),
        ("east", None, "Head", "Head, East"),
    ],
)
def test_another_company_department_or_title_is_a_move(
    company: str, department: str | None, title: str, after: str
) -> None:
    view = moved(
        Employment(person="ada", company="acme", department="it", title="Head", valid_to=SPRING),
        Employment(person="ada", company=company, department=department, title=title, valid_from=SPRING),
    )
    (change,) = changes(view)
    assert (change.kind, change.before, change.after) == (
        ChangeKind.PERSON_MOVED,
        "Head, Department it, Acme",
        after,
    )


def test_another_level_alone_is_a_move_too_and_both_levels_are_told() -> None:
    view = moved(
        Employment(person="ada", company="acme", department="it", title="Head", level="MIDDLE", valid_to=SPRING),
        Employment(person="ada", company="acme", department="it", title="Head", level="SENIOR", valid_from=SPRING),
    )
    assert told(changes(view)) == [
        (
            ChangeKind.PERSON_MOVED,
            "ada",
            "Head, level MIDDLE, Department it, Acme",
            "Head, level SENIOR, Department it, Acme",
        )
    ]


def test_one_of_ours_with_a_tie_into_the_account_who_is_gone_has_left() -> None:
    gone = {"status": "LEFT", "status_since": SPRING}
    view = drawn(
        people=[employee("e1", **gone), employee("idle", **gone), employee("late", **gone), contact("ada")],
        ties=[
            tie("e1", "ada", last_contact=None, valid_to=SPRING),
            tie("late", "ada", last_contact=None, valid_from=SPRING),
        ],
    )
    (change,) = changes(view, ChangeKind.PERSON_LEFT)
    assert (change.subject.key, change.subject.name, change.before, change.after) == (
        "e1",
        "Name of e1",
        "Us",
        None,
    )
    assert changes(view, ChangeKind.PERSON_JOINED, ChangeKind.PERSON_MOVED) == []


def test_one_of_ours_who_begins_and_has_a_tie_into_the_account_has_joined() -> None:
    view = drawn(
        people=[employee("new"), employee("idle"), contact("ada")],
        works_in=[
            Employment(person=key, company="us", title="Account manager", level="STAFF", valid_from=SPRING)
            for key in ("new", "idle")
        ],
        ties=[tie("new", "ada", valid_from=SPRING)],
    )
    assert told(changes(view, ChangeKind.PERSON_JOINED)) == [
        (ChangeKind.PERSON_JOINED, "new", None, "Account manager, level STAFF, Us")
    ]


@pytest.mark.parametrize("period", [{"valid_to": SPRING}, {"valid_from": SPRING}, {}])
def test_one_of_ours_with_a_tie_on_either_day_and_another_place_has_moved(period: dict[str, str]) -> None:
    view = drawn(
        departments=[
            Department(key="sales", company="us", name="Sales"),
            Department(key="care", company="us", name="Care"),
        ],
        people=[employee("e1"), employee("idle"), contact("ada")],
        works_in=[
            Employment(person=key, company="us", title="Manager", **place)
            for key in ("e1", "idle")
            for place in (
                {"department": "sales", "valid_to": SPRING},
                {"department": "care", "valid_from": SPRING},
            )
        ],
        ties=[tie("e1", "ada", last_contact=None, **period)],
    )
    assert told(changes(view, ChangeKind.PERSON_MOVED)) == [
        (ChangeKind.PERSON_MOVED, "e1", "Manager, Sales, Us", "Manager, Care, Us")
    ]


def test_who_changes_sides_has_left_the_one_and_joined_the_other() -> None:
    view = drawn(
        people=[employee("e1"), contact("ada"), contact("eve")],
        works_in=[
            Employment(person="ada", company="acme", title="Buyer", valid_to=SPRING),
            Employment(person="ada", company="us", title="Seller", valid_from=SPRING),
        ],
        ties=[tie("ada", "eve", valid_from=SPRING)],
    )
    assert told(changes(view, ChangeKind.PERSON_JOINED, ChangeKind.PERSON_LEFT)) == [
        (ChangeKind.PERSON_JOINED, "ada", None, "Seller, Us"),
        (ChangeKind.PERSON_LEFT, "ada", "Buyer, Acme", None),
    ]


def test_our_people_of_another_company_of_the_group_are_not_told() -> None:
    view = drawn(
        companies=[Company(key="east", name="East", side=Side.CUSTOMER, parent="acme")],
        people=[employee("e1", status="LEFT", status_since=SPRING), contact("ada")],
        ties=[tie("e1", "ada", last_contact=None)],
    )
    assert [each.subject.key for each in changes(view, ChangeKind.PERSON_LEFT)] == ["e1"]
    assert changes(view, ChangeKind.PERSON_LEFT, company="east") == []


def test_who_moves_to_a_sister_company_has_left_the_one_and_still_has_a_place() -> None:
    view = moved(
        Employment(person="ada", company="east", title="Head", valid_to=SPRING),
        Employment(person="ada", company="acme", title="Head", valid_from=SPRING),
    )
    assert told(changes(view, company="east")) == [(ChangeKind.PERSON_LEFT, "ada", "Head, East", "Head, Acme")]
    assert told(changes(view)) == [(ChangeKind.PERSON_MOVED, "ada", "Head, East", "Head, Acme")]


def test_a_tie_opens_and_ends_and_another_period_of_it_is_the_same_tie() -> None:
    view = drawn(
        people=[employee("e1"), employee("e2"), contact("ada"), contact("bob")],
        ties=[
            tie("e1", "ada", valid_from=SPRING),
            tie("e2", "ada", last_contact="2025-01-01", valid_to=SPRING),
            tie("e1", "bob", last_contact="2025-01-01", valid_to=SPRING),
            tie("e1", "bob", last_contact="2025-01-01", valid_from=SPRING),
        ],
    )
    found = changes(view)
    assert [(each.kind, each.subject.key, each.employee) for each in found] == [
        (ChangeKind.TIE_OPENED, "ada", "e1"),
        (ChangeKind.TIE_ENDED, "ada", "e2"),
    ]
    assert found[0].after == "trust STRATEGIC_ALLY, last contact 2026-06-30, strength 100 %"
    assert found[1].before == "trust STRATEGIC_ALLY, last contact 2025-01-01, strength 49 %"
    assert (found[0].before, found[1].after) == (None, None)


def test_a_tie_is_stronger_by_a_contact_or_a_higher_trust() -> None:
    view = drawn(
        people=[employee("e1"), contact("met"), contact("trusted"), contact("same"), contact("learned")],
        ties=[
            tie("e1", "met", last_contact="2026-06-01"),
            *(
                tie("e1", person, trust, "2026-01-01", valid_from=start, valid_to=end)
                for person, before, after in (("trusted", 2, 3), ("learned", None, 1))
                for trust, start, end in ((before, None, SPRING), (after, SPRING, None))
            ),
            tie("e1", "same", last_contact="2026-01-01"),
        ],
    )
    found = changes(view)
    assert [(each.kind, each.subject.key) for each in found] == [
        (ChangeKind.TIE_STRENGTHENED, "met"),
        (ChangeKind.TIE_STRENGTHENED, "trusted"),
    ]
    assert found[0].before == "trust STRATEGIC_ALLY, last contact not known, strength 80 %"


def test_a_tie_that_was_live_and_is_no_longer_has_gone_cold() -> None:
    view = drawn(
        people=[employee("e1"), employee("gone", status="LEFT", status_since=SPRING), contact("ada")],
        ties=[tie("e1", "ada", trust=1, last_contact="2025-12-01"), tie("gone", "ada", last_contact=None)],
    )
    found = changes(view, ChangeKind.TIE_GONE_COLD)
    assert [(each.employee, each.after) for each in found] == [
        (
            "e1",
            "trust BUSINESS_CONTACT, last contact 2025-12-01, strength 29 % "
            "(not live: 29 % is under the 30 % of a live tie)",
        ),
        (
            "gone",
            "trust STRATEGIC_ALLY, last contact not known, strength 80 % "
            "(not live: the employee is not with us any more)",
        ),
    ]


def test_strength_and_threshold_are_told_so_finely_that_they_differ() -> None:
    view = drawn(
        replace(Policy(), live_tie_strength=0.2893),
        people=[employee("e1"), contact("ada")],
        ties=[tie("e1", "ada", trust=1, last_contact="2025-12-01")],
    )
    (change,) = changes(view, ChangeKind.TIE_GONE_COLD)
    assert change.after is not None
    assert change.after.endswith("(not live: 28.6 % is under the 28.9 % of a live tie)")


def test_a_stance_turns_on_each_open_opportunity_and_on_the_account() -> None:
    view = drawn(
        people=[contact("ada"), contact("bob")],
        opportunities=[
            Opportunity(key="deal", company="acme", name="Deal"),
            Opportunity(key="own", company="acme", name="Own"),
            Opportunity(key="won", company="acme", name="Won", status="WON"),
        ],
        positions=[
            stance("ada", Stance.SUPPORTER, None, SPRING),
            stance("ada", Stance.OPPONENT, "own"),
            stance("bob", Stance.MENTOR),
            stance("bob", Stance.UNKNOWN, on=SPRING),
        ],
    )
    assert [(each.subject.key, each.opportunity, each.before, each.after) for each in changes(view)] == [
        ("ada", None, "not known", "SUPPORTER"),
        ("ada", "deal", "not known", "SUPPORTER"),
        ("bob", "deal", "MENTOR", "not known"),
    ]


def test_somebody_who_falls_silent_is_a_finding_that_appears() -> None:
    view = drawn(
        people=[employee("e1"), contact("ada")],
        ties=[tie("e1", "ada", last_contact="2026-03-01")],
        positions=[power("ada", Power.INNER_CIRCLE)],
    )
    found = changes(view, ChangeKind.FINDING_APPEARED)
    assert [(each.subject.key, said(each.before), said(each.after)) for each in found] == [
        ("ada", None, "Nobody of us was in contact with Name of ada for 121 days.")
    ]
    assert found[0].finding


def test_a_finding_disappears_when_its_cause_is_gone() -> None:
    view = drawn(
        people=[employee("e1"), contact("ada")],
        ties=[tie("e1", "ada", valid_from=SPRING)],
        positions=[power("ada", Power.INNER_CIRCLE)],
    )
    gone = changes(view, ChangeKind.FINDING_DISAPPEARED)
    assert [said(each.before) for each in gone if each.after is None and each.subject.key == "ada"] == [
        "Nobody of us has a live tie to Name of ada."
    ]


def test_the_first_day_must_be_before_the_second_and_the_company_of_the_account() -> None:
    view = drawn()
    with pytest.raises(QuestionRejected, match="before"):
        CHANGES.part(view, ChangesParams(company="acme", from_day=DAY, as_of=DAY))
    with pytest.raises(NotInGraph):
        CHANGES.part(view, ChangesParams(company="us", from_day=BEFORE, as_of=DAY))


@RANDOM
@given(WORLDS, POLICIES, ASKED, DAYS)
def test_nothing_changes_within_a_day(world: World, policy: Policy, company: str, day: str) -> None:
    view = seen(Oracle(world, policy, day, company))
    assert differences(view, view, company) == ()


@RANDOM
@given(WORLDS, POLICIES, ASKED, DAYS, DAYS)
def test_the_other_way_round_everything_is_undone(
    world: World, policy: Policy, company: str, one: str, other: str
) -> None:
    """But for ties that grew stronger or went cold: these have no opposite."""
    before, after = (seen(Oracle(world, policy, day, company)) for day in (one, other))

    def place(kind: ChangeKind, change: Change, was: str | None, now: str | None) -> tuple[Any, ...]:
        return kind, change.subject.key, change.employee, change.opportunity, change.finding, was, now

    there = [each for each in differences(before, after, company) if each.kind in INVERSE]
    back = [each for each in differences(after, before, company) if each.kind in INVERSE]
    undone = {place(INVERSE[each.kind], each, each.after, each.before) for each in there}
    assert undone == {place(each.kind, each, each.before, each.after) for each in back}
    assert len(there) == len(back) == len(undone)


def test_the_days_asked_for_are_compared_whatever_day_the_view_is_of() -> None:
    params = ChangesParams(company="acme", from_day=BEFORE, as_of=DAY)
    early = drawn(people=[contact("ada", status="LEFT", status_since=SPRING)], day=BEFORE)
    assert told([*CHANGES.part(early, params)])[0][:2] == (ChangeKind.PERSON_LEFT, "ada")
