"""AdventureWorks (Microsoft's sample, MIT): a bicycle maker and the 701 stores it sells to, as a bundle.

- The maker is company `aw`, SUPPLIER.
- Employees (290) are people `e<id>`; the login is the name; the level goes by depth below the chief:
  0 and 1 EXECUTIVE, 2 SENIOR, 3 MIDDLE, 4 STAFF.
- Department groups are departments above their departments; lines by the table `LINES`.
- `manager_id` is a solid, undated line in `reports_to`.
- The department history is `works_in` for employees with more than one row. A period of the source ends with its
  last day, so `valid_to` is the day after.
- Stores (701) are companies `s<id>`, CUSTOMER; the annual revenue is `annual_value` in USD.
- Store contacts (753, where `is_store` is 1) are people `c<id>` of the store; the contact type is the title.
- A store's sales person has a tie to each contact of the store, without trust and date.
- Vendor contacts (`is_store` 0), quotas and territories are left out.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

from graph.model.companies import COMPANIES, DEPARTMENTS
from graph.model.people import PEOPLE, REPORTS_TO, TIES, WORKS_IN
from graph.model.record import Row
from graph.store import Table
from tests.converters.source_files import read_rows

LINES = {
    "Executive General and Administration": "MANAGEMENT",
    "Sales and Marketing": "PROCUREMENT",
    "Inventory Management": "PROCUREMENT",
    "Research and Development": "TECHNICAL",
    "Quality Assurance": "TECHNICAL",
    "Manufacturing": "USER",
    "Finance": "FINANCE",
}
"""The line of each department group, and of the one department that differs from its group: the line it faces."""

_LEVELS = ("EXECUTIVE", "EXECUTIVE", "SENIOR", "MIDDLE", "STAFF")


def adventureworks_tables(folder: Path) -> list[Table]:
    """The data set as bundle tables; see the module for the rules."""
    employees = read_rows(folder / "employees.csv")
    stores = read_rows(folder / "stores.csv")
    contacts = [row for row in read_rows(folder / "contacts.csv") if row["is_store"] == "1"]
    history = _transfers(read_rows(folder / "employee_department_history.csv"))
    sellers = {row["store_id"]: row["sales_person_id"] for row in stores}
    people: list[Row] = [_employee(row, has_history=row["id"] in history) for row in employees]
    people += [
        (f"c{row['person_id']}", None, f"s{row['business_entity_id']}", None, row["contact_type"], None, "ACTIVE")
        for row in contacts
    ]
    return [
        Table.of_rows(
            COMPANIES,
            ("key", "name", "side", "annual_value", "currency"),
            [("aw", "Adventure Works", "SUPPLIER", None, None)]
            + [
                (f"s{row['store_id']}", row["name"], "CUSTOMER", float(row["annual_revenue"]), "USD")
                for row in stores
            ],
        ),
        Table.of_rows(DEPARTMENTS, ("key", "company", "name", "parent", "line"), _departments(employees)),
        Table.of_rows(PEOPLE, ("key", "name", "company", "department", "title", "level", "status"), people),
        Table.of_rows(
            WORKS_IN, _PLACE, [period for periods in history.values() for period in _periods(periods, employees)]
        ),
        Table.of_rows(
            REPORTS_TO,
            ("person", "manager", "kind", "valid_from"),
            [(f"e{row['id']}", f"e{row['manager_id']}", "SOLID", None) for row in employees if row["manager_id"]],
        ),
        Table.of_rows(
            TIES,
            ("employee", "contact", "valid_from"),
            [(f"e{sellers[row['business_entity_id']]}", f"c{row['person_id']}", None) for row in contacts],
        ),
    ]


_PLACE = ("person", "company", "department", "title", "level", "valid_from", "valid_to")


def _employee(row: dict[str, str], *, has_history: bool) -> Row:
    place = (None, None, None) if has_history else (_key(row["department"]), row["job_title"], _level(row))
    return (f"e{row['id']}", row["login"], "aw", *place, "ACTIVE")


def _level(row: dict[str, str]) -> str:
    return _LEVELS[int(row["level"])]


def _key(department: str) -> str:
    return f"aw-{department.lower().replace(' ', '-')}"


def _departments(employees: list[dict[str, str]]) -> list[Row]:
    groups = {row["department"]: row["department_group"] for row in employees}
    rows: list[Row] = [
        (f"{_key(group)}-group", "aw", group, None, LINES[group]) for group in dict.fromkeys(groups.values())
    ]
    return rows + [
        (_key(name), "aw", name, f"{_key(group)}-group", LINES.get(name)) for name, group in groups.items()
    ]


def _transfers(rows: list[dict[str, str]]) -> dict[str, list[dict[str, str]]]:
    """The history of the employees with more than one row."""
    by_employee = defaultdict(list)
    for row in rows:
        by_employee[row["employee_id"]].append(row)
    return {employee: periods for employee, periods in by_employee.items() if len(periods) > 1}


def _periods(periods: list[dict[str, str]], employees: list[dict[str, str]]) -> list[Row]:
    (employee,) = (row for row in employees if row["id"] == periods[0]["employee_id"])
    return [
        (
            f"e{employee['id']}",
            "aw",
            _key(period["department"]),
            employee["job_title"],
            _level(employee),
            period["start"],
            _day_after(period["end"]) if period["end"] else None,
        )
        for period in periods
    ]


def _day_after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
