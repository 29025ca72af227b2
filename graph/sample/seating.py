"""Which seats a company of a given size has."""

from __future__ import annotations

from graph.model.words import Grade, Line
from graph.sample.world import Seat

UNITS: dict[str, tuple[str, str, str | None, Line | None]] = {
    "office": ("总经理办公室", "Executive Office", None, Line.MANAGEMENT),
    "technology": ("技术部", "Technology", None, Line.TECHNICAL),
    "planning": ("规划处", "Planning", "technology", None),
    "operations": ("运营部", "Operations", None, Line.USER),
    "procurement": ("采购部", "Procurement", None, Line.PROCUREMENT),
    "finance": ("财务部", "Finance", None, Line.FINANCE),
    "administration": ("综合部", "Administration", None, None),
}
"""Chinese and English name, the unit above and the line of each unit; one without a line takes that above."""

TITLES: dict[str, tuple[str, str]] = {
    "president": ("总裁", "President"),
    "gm": ("总经理", "General Manager"),
    "deputy": ("副总裁", "Deputy President"),
    "cto": ("技术副总裁", "Chief Technology Officer"),
    "coo": ("运营副总裁", "Chief Operating Officer"),
    "cfo": ("总会计师", "Chief Financial Officer"),
    "assistant": ("秘书", "Executive Assistant"),
    "head": ("部门总经理", "Head of Department"),
    "manager": ("经理", "Manager"),
    "staff": ("专员", "Specialist"),
    "retired": ("原董事长", "Former Chairman"),
}
"""Titles by the end of a key or by rank."""

_WEIGHTS = {
    "technology": 0.30,
    "operations": 0.26,
    "procurement": 0.14,
    "finance": 0.13,
    "planning": 0.09,
    "administration": 0.08,
}
_CHIEF_OF = {"technology": "cto", "planning": "cto", "operations": "coo", "procurement": "coo", "finance": "cfo"}


def seat_plan(company: str, size: int, grade: Grade, above: str | None) -> list[Seat]:
    """Exactly `size` seats; the first is the top, who reports to `above`, and managers come before reports."""
    seats = _office(company, size, grade, above)
    by_key = {seat.key for seat in seats}
    top = seats[0].key
    units = [unit for unit in _WEIGHTS if size >= 45 or unit not in ("planning", "administration")]
    if above is not None and size < 20:
        units = [unit for unit in units if unit != "procurement"]
    counts = _split(size - len(seats), {unit: _WEIGHTS[unit] for unit in units})
    for unit in UNITS:
        if unit not in counts:
            continue
        chief = f"{company}-{_CHIEF_OF.get(unit, 'deputy')}"
        seats += _unit(company, unit, counts[unit], chief if chief in by_key else top)
    return seats


def _office(company: str, size: int, grade: Grade, above: str | None) -> list[Seat]:
    if above is not None:
        return [Seat(f"{company}-gm", company, "office", "top", above)]
    top = f"{company}-president"
    seats = [Seat(top, company, "office", "top", None)]
    seats.append(Seat(f"{company}-deputy", company, "office", "deputy", top))
    if size >= 25:
        seats.append(Seat(f"{company}-cto", company, "office", "chief", top))
        seats.append(Seat(f"{company}-cfo", company, "finance", "chief", top))
        seats.append(Seat(f"{company}-assistant", company, "office", "assistant", top))
    if size >= 45:
        seats.append(Seat(f"{company}-coo", company, "office", "chief", top))
    if grade in (Grade.S, Grade.A):
        seats.append(Seat(f"{company}-retired-chairman", company, "office", "retired", None))
    return seats


def _split(total: int, weights: dict[str, float]) -> dict[str, int]:
    """The total divided by weight into whole numbers of at least one, the rest to the first."""
    scale = total / sum(weights.values())
    counts = {unit: max(1, int(weight * scale)) for unit, weight in weights.items()}
    counts[next(iter(counts))] += total - sum(counts.values())
    return counts


def _unit(company: str, unit: str, count: int, chief: str) -> list[Seat]:
    head = Seat(f"{company}-{unit}-head", company, unit, "head", chief)
    managers = [
        Seat(f"{company}-{unit}-manager-{number}", company, unit, "manager", head.key)
        for number in range(1, 1 + max(0, count - 1) // 5)
    ]
    staff = [
        Seat(f"{company}-{unit}-{number:02}", company, unit, "staff", _over(head, managers, number))
        for number in range(1, count - len(managers))
    ]
    return [head, *managers, *staff]


def _over(head: Seat, managers: list[Seat], number: int) -> str:
    return managers[number % len(managers)].key if managers else head.key
