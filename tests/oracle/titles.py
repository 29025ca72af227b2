"""Titles for random people: words in common and none, both widths, scripts without blanks, nothing to compare."""

from __future__ import annotations

TITLES = [
    None,
    None,
    "Head of Sales",
    "head of sales, North",
    "ＳＡＬＥＳ Director / Director",
    "采购总监",
    "采购部经理 (IT_North)",
    "総務・部長",
    "总",
    "—",
]
