"""The policy book: layers of changed numbers, versions of the store, and what tells that nothing changed."""

from __future__ import annotations

import pytest

from graph.policy import Policy
from graph.policy_book import POLICY_JOURNAL, PolicyBook, PolicyChange, version_entry, with_versions
from graph.viewer import LOCAL

AT = "2026-06-30T08:00:00.000000+00:00"


def version(number: int, *changes: PolicyChange, grade: str | None = None) -> object:
    return version_entry(number, grade, changes, at=AT, viewer=LOCAL.named("ann"), note="why")


def test_a_grade_goes_over_what_holds_for_all_within_a_layer_and_a_later_layer_over_both() -> None:
    book = PolicyBook().with_layer({"": {("silence_days", None): 60}, "S": {("silence_days", None): 30}})
    assert [book.for_grade(grade).silence_days for grade in (None, "S", "A")] == [60, 30, 60]
    later = book.with_layer({"": {("silence_days", None): 45}})
    assert [later.for_grade(grade).silence_days for grade in (None, "S")] == [45, 45]


def test_versions_add_up_and_a_number_set_to_nothing_is_as_it_was_below() -> None:
    entries = [
        version(
            1,
            PolicyChange("silence_days", None, 60),
            PolicyChange("stage_weights", "APPROVAL", 0.4),
            PolicyChange("stage_weights", "SPECIFICATION", 0.2),
        ),
        version(2, PolicyChange("silence_days", None, 30), grade="S"),
        version(3, PolicyChange("silence_days", None, None)),
    ]
    book = with_versions(PolicyBook(Policy(silence_days=77)), entries)
    assert book.version == 3
    assert book.for_grade(None).silence_days == 77
    assert book.for_grade("S").silence_days == 30
    assert book.for_grade("B").stage_weights["APPROVAL"] == 0.4


def test_a_version_is_an_entry_of_the_journal_with_who_and_why() -> None:
    entry = version_entry(
        4, "S", [PolicyChange("reach_floor", None, 0.2)], at=AT, viewer=LOCAL.named("ann"), note="review"
    )
    assert (entry.journal, entry.number, entry.actor, entry.note) == (POLICY_JOURNAL, 4, "ann", "review")


def test_the_digest_is_of_the_numbers_alone() -> None:
    book = PolicyBook()
    changed = book.with_layer({"": {("silence_days", None): 60}}, version=1)
    undone = changed.with_layer({"": {("silence_days", None): 90}}, version=2)
    assert book.digest != changed.digest
    assert book.digest == undone.digest
    assert book.with_layer({"S": {("silence_days", None): 60}}).digest != changed.digest


def test_a_what_if_goes_over_the_numbers_of_every_grade() -> None:
    book = PolicyBook().with_layer({"S": {("silence_days", None): 30}})
    supposed = book.overridden(
        [PolicyChange("silence_days", None, 10.0), PolicyChange("trust_weights", "PERSONAL", 0.8)]
    )
    assert {supposed.for_grade(grade).silence_days for grade in (None, "S", "C")} == {10}
    assert supposed.for_grade("S").trust_weights == (0.40, 0.55, 0.8, 0.85, 1.00)
    assert book.for_grade("S").silence_days == 30


@pytest.mark.parametrize("name", ["base_currency", "rates"])
def test_money_is_compared_over_all_customers_so_no_grade_has_its_own(name: str) -> None:
    with pytest.raises(ValueError, match=f"{name}: expected one for all customers, not one for grade S"):
        PolicyBook().with_layer({"S": {(name, "EUR" if name == "rates" else None): 1.0}})


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (PolicyChange("reach", None, 0.1), "policy: reach: expected the name of a number such as reach_floor;"),
        (
            PolicyChange("reach_flor", None, 0.1),
            "reach_flor: expected the name of a number such as reach_floor",
        ),
        (PolicyChange("qqq", None, 0.1), "policy: qqq: expected the name of a number; the query `policy` lists"),
        (PolicyChange("reach_floor", "S", 0.1), "reach_floor.S: expected no entry"),
        (PolicyChange("reach_floor", None, "low"), "reach_floor: expected a number"),
        (PolicyChange("stage_weights", None, 0.1), "stage_weights: expected an entry to change, one of QUALIF"),
        (PolicyChange("stage_weights", "SIGNING", 0.1), "stage_weights.SIGNING: expected one of QUALIFICATION"),
        (PolicyChange("stage_weights", "APPROVAL", "no"), "stage_weights.APPROVAL: expected a number"),
        (PolicyChange("stage_weights", "APPROVAL", 0.9), "policy: stage_weights: expected a sum of 1"),
        (PolicyChange("trust_weights", None, 0.9), "trust_weights: expected a level to change, one of BUSINESS"),
        (PolicyChange("silence_days", None, 1.5), "silence_days: expected a whole number"),
        (PolicyChange("rates", None, 1.5), "rates: expected an entry to change, a currency"),
    ],
)
def test_what_a_change_may_not_say_is_named(change: PolicyChange, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        PolicyBook().overridden([change])


def test_a_rate_of_a_new_currency_is_an_entry_like_any() -> None:
    book = PolicyBook().overridden([PolicyChange("base_currency", None, "CNY"), PolicyChange("rates", "EUR", 7.8)])
    assert book.for_grade(None).in_base_currency(2.0, "EUR") == 15.6
