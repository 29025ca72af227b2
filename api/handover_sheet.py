"""A handover plan as a workbook: the dated list, what is left over, and how the plan was made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from api.handover_words import REASONS, what_helps, why
from graph.exchange.bundle.sheet_text import escape
from queries.asking.names import Names
from queries.handover_plan import HandoverItem, HandoverPlan

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_DATE, _SHARE, _SCORE = "yyyy-mm-dd", "0%", "0.00"
_FIRST_DAY = date(1900, 3, 1)
"""Days before are counted in different ways by different programs (1900 had no 29 February)."""
_TERMS = ("tie", "colleagues", "line", "level", "load")
_COLUMNS: Sequence[tuple[str, int, str | None]] = (
    ("Done", 6, None),
    ("By", 12, _DATE),
    ("Contact", 28, None),
    ("Contact key", 16, None),
    ("Account", 28, None),
    ("Account key", 16, None),
    ("From", 24, None),
    ("To", 24, None),
    ("To key", 16, None),
    ("Status", 12, None),
    ("Exposure", 10, _SHARE),
    ("Score", 8, _SCORE),
    *((f"Score: {name}", 11, _SCORE) for name in _TERMS),
)
"""Heading, width in characters and number format of each column."""
_LEFT_OVER: Sequence[tuple[str, int, str | None]] = (
    ("Contact", 28, None),
    ("Contact key", 16, None),
    ("Why", 36, None),
    ("Account", 28, None),
    ("Account key", 16, None),
    ("Status", 12, None),
    ("Exposure", 10, _SHARE),
    ("What would help", 60, None),
    ("Bring in key", 16, None),
    ("Bring in: score", 11, _SCORE),
    ("Appoint: level", 12, None),
    ("Appoint: line", 14, None),
)
_DONE: Sequence[tuple[str, int, str | None]] = (
    ("Contact", 28, None),
    ("Contact key", 16, None),
    ("On", 12, _DATE),
    ("To", 24, None),
    ("To key", 16, None),
)
_HEADER_FONT = Font(bold=True, color="FFFFFF")
_HEADER_FILL = PatternFill("solid", fgColor="14324F")


def handover_workbook(plan: HandoverPlan, names: Names) -> bytes:
    """The .xlsx file. Dates and numbers are such; text stays text, also where it looks like a formula."""
    workbook = Workbook()
    items = workbook.active
    if not isinstance(items, Worksheet):
        raise TypeError("a new workbook begins with a sheet")
    items.title = "Handover plan"
    _fill(items, _COLUMNS, (_item_row(plan, item, names) for item in plan.items))
    items.print_title_rows = "1:1"
    items.page_setup.orientation = "landscape"
    items.page_setup.paperSize = items.PAPERSIZE_A4
    items.page_setup.fitToHeight = 0
    items.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    _fill(workbook.create_sheet("Not handed over"), _LEFT_OVER, _left_over_rows(plan, names))
    _fill(workbook.create_sheet("Handed over already"), _DONE, _done_rows(plan, names))
    _fill(workbook.create_sheet("About"), (("What", 34, None), ("Value", 28, _DATE)), _facts(plan, names))
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def _item_row(plan: HandoverPlan, item: HandoverItem, names: Names) -> list[Any]:
    terms = {term.name: term.value for term in item.terms}
    return [
        None,
        item.by,
        names.person(item.contact),
        item.contact,
        names.company(item.account),
        item.account,
        names.person(plan.employee),
        names.person(item.to_employee),
        item.to_employee,
        item.status.lower(),
        item.exposure,
        item.score,
        *(terms.get(name) for name in _TERMS),
    ]


def _left_over_rows(plan: HandoverPlan, names: Names) -> list[list[Any]]:
    waiting = [
        [
            names.person(left.contact),
            left.contact,
            REASONS[left.reason],
            names.company(left.account),
            left.account,
            left.status.lower(),
            left.exposure,
            what_helps(left, names.person),
            None if left.bring_in is None else left.bring_in.employee,
            None if left.bring_in is None else left.bring_in.score,
            None if left.appoint is None else left.appoint.level.lower(),
            None if left.appoint is None else left.appoint.line.lower(),
        ]
        for left in plan.unassigned_details
    ]
    dormant = "tie is dormant, nothing to hand over"
    rest = [None] * (len(_LEFT_OVER) - 3)
    return waiting + [[names.person(key), key, dormant, *rest] for key in plan.dormant]


def _done_rows(plan: HandoverPlan, names: Names) -> list[list[Any]]:
    return [
        [
            names.person(done.contact),
            done.contact,
            done.on,
            None if done.to_employee is None else names.person(done.to_employee),
            done.to_employee,
        ]
        for done in plan.handed_over
    ]


def _facts(plan: HandoverPlan, names: Names) -> list[tuple[str, Any]]:
    return [
        ("Employee", names.person(plan.employee)),
        ("Employee key", plan.employee),
        ("Last day", plan.last_day),
        ("As things stand on", plan.as_of),
        ("Contacts for one colleague at most", plan.capacity),
        ("Mean fit", plan.mean_fit),
        ("Lowest fit", plan.lowest_fit),
        ("Contacts that go to nobody", len(plan.unassigned)),
        ("Why they do", why(plan.unassigned_details) or None),
        ("Sum of the scores", plan.score),
        ("Sum when handed out one by one", plan.greedy_score),
        ("Found by", plan.solver.lower().replace("_", " ")),
        ("Policy version", plan.policy_version),
    ]


def _fill(sheet: Worksheet, columns: Sequence[tuple[str, int, str | None]], rows: Iterable[Sequence[Any]]) -> None:
    """Header, rows, widths; the header stays in sight and has filters."""
    for place, (heading, width, _) in enumerate(columns, start=1):
        cell = sheet.cell(1, place, heading)
        cell.font, cell.fill = _HEADER_FONT, _HEADER_FILL
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        sheet.column_dimensions[get_column_letter(place)].width = width
    row_count = 1
    for row_count, row in enumerate(rows, start=2):
        for place, (value, (_, _, number_format)) in enumerate(zip(row, columns, strict=True), start=1):
            _write(sheet, row_count, place, value, number_format)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{row_count}"


def _write(sheet: Worksheet, row: int, column: int, value: Any, number_format: str | None) -> None:
    if isinstance(value, date) and value < _FIRST_DAY:
        value = value.isoformat()
    if not isinstance(value, str):
        cell = sheet.cell(row, column, value)
        if number_format is not None and (number_format != _DATE or isinstance(value, date)):
            cell.number_format = number_format
        return
    cell = sheet.cell(row, column, escape(value))
    cell.data_type = "s"  # openpyxl takes text like =A1 for a formula and #N/A for an error
