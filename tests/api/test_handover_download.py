"""GET /handover-plan/…: the plan as a workbook and as a page, behind the guard, with errors that say why."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl import load_workbook

from api.handover_page import CONTENT_SECURITY_POLICY, handover_page
from api.handover_sheet import MEDIA_TYPE, handover_workbook
from queries.algorithms.assignment import AssignmentSolver
from queries.asking.names import Names
from queries.handover_plan import HandedOverContact, HandoverItem, HandoverPlan
from queries.handovers import HandoverStatus
from queries.outside_help import Seat
from queries.successors import Successor, UnassignedReason
from queries.terms import Term
from queries.unassigned import UnassignedContact
from tests.api.conftest import TOKEN, Service

ASKED = "lastDay=2026-07-31&asOf=2026-06-30"


def item(contact: str, by: date, **more: Any) -> HandoverItem:
    known = {"account": "acme", "to_employee": "han", "terms": (Term("tie", 0.5, 0.4), Term("level", None, 0.15))}
    return HandoverItem(
        contact=contact,
        from_employee="li",
        by=by,
        score=0.4567,
        exposure=0.25,
        status=HandoverStatus.ORPHANED,
        **{**known, **more},
    )


def plan(
    *items: HandoverItem,
    unassigned: tuple[UnassignedContact, ...] = (),
    dormant: tuple[str, ...] = (),
    handed_over: tuple[HandedOverContact, ...] = (),
) -> HandoverPlan:
    return HandoverPlan(
        employee="li",
        last_day=date(2026, 7, 31),
        as_of=date(2026, 6, 30),
        policy_version=3,
        capacity=20,
        items=items,
        unassigned=tuple(one.contact for one in unassigned),
        unassigned_details=unassigned,
        dormant=dormant,
        handed_over=handed_over,
        score=0.9,
        greedy_score=0.8,
        mean_fit=0.4567 if items else None,
        lowest_fit=0.3 if items else None,
        solver=AssignmentSolver.LINEAR_SUM_ASSIGNMENT,
    )


FULL = plan(
    item("cto", date(2026, 7, 6)),
    item("cfo", date(2026, 7, 6)),
    item("sly", date(2026, 7, 20)),
    unassigned=(
        UnassignedContact(
            contact="lost",
            account="beta",
            exposure=0.125,
            status=HandoverStatus.WEAKENED,
            reason=UnassignedReason.LEVEL_TOO_LOW,
            bring_in=Successor("wang", 0.25, (Term("line", 1.0, 0.15), Term("load", 1.0, 0.1)), is_colleague=True),
            appoint=Seat("SENIOR", "FINANCE"),
        ),
    ),
    dormant=("cold",),
    handed_over=(
        HandedOverContact("done", date(2026, 7, 10), "han"),
        HandedOverContact("ended", date(2026, 7, 31), None),
    ),
)
NAMES = Names(
    {"li": "李雷", "han": "Han & Co", "cto": "<script>alert(1)</script>", "sly": "=HYPERLINK(1)", "cfo": "#N/A"}
    | {"wang": "Wang & Sons"},
    {"acme": "Acme 集团", "beta": "Beta <Works>"},
)


def sheets(content: bytes) -> dict[str, list[tuple[Any, ...]]]:
    workbook = load_workbook(io.BytesIO(content))
    return {sheet.title: [tuple(row) for row in sheet.iter_rows(values_only=True)] for sheet in workbook}


def test_the_workbook_has_a_row_for_each_contact_with_names_keys_and_real_dates() -> None:
    rows = sheets(handover_workbook(FULL, NAMES))["Handover plan"]
    assert rows[0][:10] == (
        "Done",
        "By",
        "Contact",
        "Contact key",
        "Account",
        "Account key",
        "From",
        "To",
        "To key",
        "Status",
    )
    first = dict(zip(rows[0], rows[1], strict=True))
    assert (first["By"], first["Contact key"], first["Account"], first["From"], first["To"]) == (
        datetime(2026, 7, 6),
        "cto",
        "Acme 集团",
        "李雷",
        "Han & Co",
    )
    assert (first["Score"], first["Exposure"], first["Score: tie"], first["Score: level"]) == (
        0.4567,
        0.25,
        0.5,
        None,
    )
    assert len(rows) == 4


def test_what_is_left_over_and_how_it_was_made_are_in_the_workbook_too() -> None:
    found = sheets(handover_workbook(FULL, NAMES))
    assert [row[1:7] for row in found["Not handed over"][1:]] == [
        ("lost", "all of ours there stand too far below", "Beta <Works>", "beta", "weakened", 0.125),
        ("cold", "tie is dormant, nothing to hand over", None, None, None, None),
    ]
    help_at = found["Not handed over"][0].index("What would help")
    assert [row[help_at:] for row in found["Not handed over"][1:]] == [
        (
            "bring in Wang & Sons (0.25); hire or appoint: level senior or above, line finance",
            "wang",
            0.25,
            "senior",
            "finance",
        ),
        (None,) * 5,
    ]
    assert [row[1:] for row in found["Handed over already"][1:]] == [
        ("done", datetime(2026, 7, 10), "Han & Co", "han"),
        ("ended", datetime(2026, 7, 31), None, None),
    ]
    facts = dict(found["About"][1:])
    assert (facts["Last day"], facts["Employee"], facts["Policy version"]) == (datetime(2026, 7, 31), "李雷", 3)
    assert facts["Found by"] == "linear sum assignment"
    assert (facts["Mean fit"], facts["Lowest fit"], facts["Contacts that go to nobody"]) == (0.4567, 0.3, 1)
    assert facts["Why they do"] == "1 because all of ours there stand too far below"


def test_the_sheet_is_ready_to_read_and_print() -> None:
    sheet = load_workbook(io.BytesIO(handover_workbook(FULL, NAMES)))["Handover plan"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:Q4"
    assert sheet["A1"].font.bold
    assert sheet["B2"].number_format == "yyyy-mm-dd"
    assert sheet.column_dimensions["C"].width == 28
    assert (sheet.page_setup.orientation, sheet.print_title_rows) == ("landscape", "$1:$1")


def test_text_that_looks_like_a_formula_stays_text() -> None:
    sheet = load_workbook(io.BytesIO(handover_workbook(FULL, NAMES)))["Handover plan"]
    assert [(sheet.cell(row, 3).value, sheet.cell(row, 3).data_type) for row in (3, 4)] == [
        ("#N/A", "s"),
        ("=HYPERLINK(1)", "s"),
    ]


def test_an_empty_plan_is_a_workbook_with_headers() -> None:
    found = sheets(handover_workbook(plan(), NAMES))
    assert {name: len(rows) for name, rows in found.items()} == {
        "Handover plan": 1,
        "Not handed over": 1,
        "Handed over already": 1,
        "About": 14,
    }


def test_a_day_before_what_workbooks_can_count_is_text() -> None:
    found = sheets(handover_workbook(plan(item("cto", date(1850, 1, 1))), NAMES))
    assert found["Handover plan"][1][1] == "1850-01-01"


def test_the_page_lists_in_order_of_days_with_boxes_and_names_what_is_left_over() -> None:
    page = handover_page(FULL, NAMES)
    assert re.findall(r"Mon [\d-]+", page) == ["Mon 2026-07-06", "Mon 2026-07-06", "Mon 2026-07-20"]
    assert page.count('type="checkbox"') == 3
    left_over, _, rest = page.partition("无人接手")[2].partition("已交接")
    assert "lost" in left_over
    assert "Beta &lt;Works&gt;" in left_over
    assert "12 %" in left_over
    assert "capacity, now 20" in left_over
    assert "1 of 4 contacts: 1 because all of ours there stand too far below" in left_over
    assert "bring in Wang &amp; Sons (0.25); hire or appoint: level senior or above, line finance" in left_over
    assert "The mean score (how well the successors fit, 0 to 1) is 0.46, the lowest 0.30" in page
    assert re.findall(r">([\d-]{10})<", rest) == ["2026-07-10", "2026-07-31"]
    assert "Han &amp; Co" in rest
    assert "cold" in page.partition("已冷却的关系")[2]
    assert "size: A4" in page


def test_the_page_escapes_what_people_typed() -> None:
    page = handover_page(FULL, NAMES)
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "Han &amp; Co" in page


def test_the_page_is_self_contained_and_its_policy_allows_its_own_style_alone() -> None:
    page = handover_page(FULL, NAMES)
    assert not re.search(r"(src|href)=|@import|url\(", page)
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in CONTENT_SECURITY_POLICY


def test_a_page_with_nothing_to_hand_over_says_so() -> None:
    assert "There is nothing to hand over" in handover_page(plan(), NAMES)


async def test_the_workbook_is_downloaded(service: Service) -> None:
    response = await service.http.get(f"/handover-plan/li.xlsx?{ASKED}")
    assert response.status_code == 200
    assert response.headers["content-type"] == MEDIA_TYPE
    assert "filename*=UTF-8''handover%20li.xlsx" in response.headers["content-disposition"]
    assert response.headers["cache-control"] == "no-store"
    rows = sheets(response.content)["Handover plan"]
    assert [(row[3], row[8]) for row in rows[1:]] == [("cto", "han")]
    assert rows[1][2] == "Chief"


async def test_the_page_is_shown(service: Service) -> None:
    response = await service.http.get(f"/handover-plan/li.html?{ASKED}&capacity=1")
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert response.headers["content-security-policy"] == CONTENT_SECURITY_POLICY
    assert "李雷 Li Lei" in response.text
    assert "at most 1 for each colleague" in response.text


@pytest.mark.parametrize(
    ("asked", "status", "code", "message"),
    [
        (f"nobody.xlsx?{ASKED}", 404, "NOT_FOUND", "no Person has the key 'nobody'"),
        (f"a%2Fb.html?{ASKED}", 404, "NOT_FOUND", "no Person has the key 'a/b'"),
        ("li.xlsx", 422, "BAD_USER_INPUT", "lastDay: expected the last working day, such as 2026-03-31"),
        ("li.xlsx?lastDay=soon", 422, "BAD_USER_INPUT", "lastDay: 'soon': expected a day such as 2026-03-31"),
        (
            f"li.html?{ASKED}&capacity=many",
            422,
            "BAD_USER_INPUT",
            "capacity: 'many': expected a whole number from 1",
        ),
        (f"li.html?{ASKED}&capacity=0", 422, "BAD_USER_INPUT", "capacity: 0: expected 1 or more"),
        (
            f"li.html?{ASKED}&capasity=1",
            422,
            "BAD_USER_INPUT",
            "parameter 'capasity': expected lastDay, capacity, asOf, each once",
        ),
        (
            "li.html?lastDay=2026-06-29&asOf=2026-06-30",
            422,
            "BAD_USER_INPUT",
            "last day 2026-06-29: expected 2026-06-30, the day of the plan, or later",
        ),
        (f"cto.xlsx?{ASKED}", 422, "BAD_USER_INPUT", "employee: 'cto' is not one of our people on 2026-06-30"),
    ],
)
async def test_a_plan_that_cannot_be_made_says_why(
    service: Service, asked: str, status: int, code: str, message: str
) -> None:
    response = await service.http.get(f"/handover-plan/{asked}")
    assert response.status_code == status
    assert response.json() == {"errors": [{"message": message, "extensions": {"code": code}}]}


async def test_an_employee_without_contacts_has_an_empty_plan(service: Service) -> None:
    response = await service.http.get(f"/handover-plan/idle.xlsx?{ASKED}")
    assert len(sheets(response.content)["Handover plan"]) == 1


@pytest.mark.parametrize("ending", ["xlsx", "html"])
async def test_a_plan_needs_the_token(locked_service: Service, ending: str) -> None:
    path = f"/handover-plan/li.{ending}?{ASKED}"
    assert (await locked_service.http.get(path)).status_code == 401
    headers = {"authorization": f"Bearer {TOKEN}"}
    assert (await locked_service.http.get(path, headers=headers)).status_code == 200
