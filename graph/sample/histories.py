"""People who moved inside a group or left, and what that ended."""

from __future__ import annotations

from graph.model.people import Employment, ReportingLine, Tie
from graph.model.words import EmploymentStatus
from graph.sample.customers import Customer
from graph.sample.dice import Dice
from graph.sample.world import Seat, World


def add_histories(world: World, customer: Customer) -> None:
    """Moves about one in twenty of the managers and staff, and lets one in thirty leave."""
    dice = world.dice(f"histories/{customer.key}")
    movable = [seat for seat in world.seats[customer.key] if seat.rank in ("manager", "staff")]
    movable = [seat for seat in movable if seat.key not in world.reserved]
    managers = {seat.manager for seat in world.seats[customer.key]}
    for seat in movable:
        if dice.chance(0.05):
            _move(world, seat, world.seats[customer.key], dice)
        elif seat.key not in managers and dice.chance(0.035):
            _leave(world, seat, dice)


def add_handovers(world: World, customer: Customer) -> None:
    """Ends some ties of a former owner of the account: history that the present ties go on from."""
    dice = world.dice(f"handovers/{customer.key}")
    contacts = {seat.key for seat in world.seats[customer.key]} - world.reserved
    colleagues = sorted(key for key in world.people if key.startswith("emp-"))
    present = [tie for tie in world.records["ties"] if tie.contact in contacts and tie.valid_from]
    for tie in present:
        former = dice.pick(colleagues)
        if dice.chance(0.06) and former != tie.employee:
            last = world.day(dice.between(760, 900))
            ended = Tie(
                employee=former,
                contact=tie.contact,
                trust=dice.between(1, 3),
                last_contact=last,
                purposes=(),
                valid_from=world.day(1400),
                valid_to=world.day(740),
            )
            world.add_tie(ended)


def _move(world: World, seat: Seat, seats: list[Seat], dice: Dice) -> None:
    """Two WORKS_IN periods instead of the department, title and level of the person."""
    person = world.people[seat.key]
    before = dice.pick(
        [other for other in seats if other.unit != seat.unit and other.rank in ("manager", "staff")]
    )
    moved_on, came_on = world.day(dice.between(60, 650)), world.day(dice.between(900, 2500))
    former = Employment(
        person=person.key,
        company=before.company,
        department=f"{before.company}-{before.unit}",
        title=person.title,
        level=person.level,
        valid_from=came_on,
        valid_to=moved_on,
    )
    current = Employment(
        person=person.key,
        company=person.company,
        department=person.department,
        title=person.title,
        level=person.level,
        valid_from=moved_on,
    )
    world.add("works_in", [former, current])
    world.people[seat.key] = person.replace(department=None, title=None, level=None)


def _leave(world: World, seat: Seat, dice: Dice) -> None:
    """The person is LEFT or MOVED; reporting line and some ties end on that day, others nobody has ended yet."""
    left_on = world.day(dice.between(20, 400))
    status = dice.pick((EmploymentStatus.LEFT, EmploymentStatus.LEFT, EmploymentStatus.MOVED))
    world.people[seat.key] = world.people[seat.key].replace(status=status, status_since=left_on)
    world.records["reports_to"] = [
        _ended(line, left_on) if line.person == seat.key else line for line in world.records["reports_to"]
    ]
    world.records["ties"] = [
        _until(tie, left_on, is_ended=dice.chance(0.5)) if tie.contact == seat.key else tie
        for tie in world.records["ties"]
        if tie.contact != seat.key or (tie.valid_from or "") < left_on
    ]


def _until(tie: Tie, left_on: str, *, is_ended: bool) -> Tie:
    """The tie with a person who left: no contact after that day, and perhaps an end."""
    last_contact = min(tie.last_contact, left_on) if tie.last_contact else None
    return tie.replace(last_contact=last_contact, valid_to=left_on if is_ended else None)


def _ended(line: ReportingLine, day: str) -> ReportingLine:
    return line.replace(valid_to=day)
