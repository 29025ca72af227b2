"""The review's charts: where things lie."""

from __future__ import annotations

from datetime import date

from api.review.charts import ROW, bars, dumbbells, holding, marks
from api.review.gathering import HeldTie


def test_bars_are_parts_of_the_longest() -> None:
    drawn = bars([("a", 0.5, "50 %"), ("b", 0.25, "25 %")])
    assert [(bar.label, bar.share, bar.text) for bar in drawn] == [("a", 1.0, "50 %"), ("b", 0.5, "25 %")]


def test_where_nothing_is_lost_no_bar_is_drawn() -> None:
    assert [bar.share for bar in bars([("a", 0.0, "0 %")])] == [0.0]
    assert bars([]) == []


def test_before_and_after_share_one_scale_over_all_rows() -> None:
    (first, second) = dumbbells([("a", 10, 5), ("b", 20, 0)])
    assert (first.before, first.after, first.text) == (0.5, 0.25, "10 → 5")
    assert (second.before, second.after) == (1.0, 0.0)


def test_the_one_who_leaves_stands_first_and_contacts_in_the_order_of_the_plan() -> None:
    ties = [HeldTie("e1", "c1", 0.5), HeldTie("e1", "c2", 1.0), HeldTie("a0", "c1", 0.4)]
    picture = holding(ties, "e1", ["c2", "c1", "elsewhere"])
    assert [placed.key for placed in picture.employees] == ["e1", "a0"]
    assert [placed.key for placed in picture.contacts] == ["c2", "c1"]
    assert picture.height == 2 * ROW


def test_ties_that_are_lost_lie_on_top_and_stronger_ones_are_thicker() -> None:
    ties = [HeldTie("e1", "c1", 0.5), HeldTie("e1", "c2", 1.0), HeldTie("a0", "c1", 0.4)]
    lines = holding(ties, "e1", []).lines
    assert [line.is_lost for line in lines] == [False, True, True]
    assert lines[2].width > lines[1].width > lines[0].width


def test_days_are_marked_between_today_and_the_last_day() -> None:
    first, last = date(2026, 1, 1), date(2026, 1, 11)
    assert [mark.at for mark in marks([(date(2026, 1, 6), "c"), (last, "d")], first, last)] == [0.5, 1.0]
