"""Which commands ask everything of a world: each question of accounts, opportunities and people, on three days."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from datetime import date, timedelta

_OF_A_COMPANY = (
    "power-map",
    "coverage-gaps",
    "repair-plan",
    "organization-matching",
    "concentration",
    "relationship-index",
    "grading",
)
_OF_ALL = ("portfolio", "exposure-by-employee", "findings", "policy", "policy-versions")
_LATER = timedelta(days=40)
_EARLIER = timedelta(days=200)


def commands_of(bundle: bytes, today: date, every: int) -> Iterator[list[str]]:
    """All of them as `--json`; of opportunities and people every n-th alone."""
    with zipfile.ZipFile(io.BytesIO(bundle)) as archive:
        tables = {
            name.removesuffix(".csv"): list(csv.DictReader(io.StringIO(archive.read(name).decode("utf-8-sig"))))
            for name in archive.namelist()
        }
    side = {row["key"]: row["side"] for row in tables["companies"]}
    customers = [key for key in side if side[key] == "CUSTOMER"]
    deals = [row["key"] for row in tables.get("opportunities", [])][:: max(1, every // 4)]
    people = tables.get("people", [])[::every]
    for said in _asked(customers, deals, people, side, today):
        yield ["ask", *said, "--json"]


def _asked(
    customers: list[str],
    deals: list[str],
    people: list[dict[str, str]],
    side: dict[str, str],
    today: date,
) -> Iterator[list[str]]:
    for day in (today, today - _EARLIER, today + _LATER):
        on = ["--as-of", day.isoformat()]
        for company in customers:
            yield from ([question, "--company", company, *on] for question in _OF_A_COMPANY)
            yield ["single-points-of-failure", "--company", company, "--min-severity", "LOW", *on]
        for deal in deals:
            for question in ("decision-chain", "power-map", "repair-plan"):
                yield [question, "--opportunity", deal, *on]
    for company in customers:
        yield ["changes", "--company", company, "--from", str(today - _EARLIER), "--to", str(today)]
        yield ["posture", "--company", company]
    for row in people:
        if side[row["company"]] == "SUPPLIER":
            yield ["departure-impact", "--people", row["key"], "--on", str(today + _LATER)]
            yield ["handover-plan", "--employee", row["key"], "--last-day", str(today + _LATER)]
            yield ["handovers", "--employee", row["key"]]
        else:
            yield ["access-paths", "--to", row["key"]]
            yield ["succession", "--person", row["key"]]
            yield ["departure-impact", "--people", row["key"], "--on", str(today)]
    yield from ([question] for question in _OF_ALL)
    yield ["findings", "--by", "CAUSE", "--min-severity", "LOW", "--first", "100"]
    yield ["findings", "--min-severity", "LOW", "--first", "100", "--order-by", "VALUE_AT_RISK"]
