"""Two years of meetings, calls, visits and joint events, and the agreements with customers."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from graph.model.companies import Agreement
from graph.model.meetings import Interaction
from graph.model.people import Tie
from graph.model.words import AgreementKind, Grade, InteractionKind
from graph.sample.customers import Customer
from graph.sample.dice import Dice
from graph.sample.world import World

_ROUTINE = (
    (InteractionKind.MEETING, 0.4),
    (InteractionKind.CALL, 0.3),
    (InteractionKind.MAIL, 0.25),
    (InteractionKind.TRAINING, 0.05),
)
_SUBJECTS = {
    InteractionKind.MEETING: ("项目例会 Project meeting", "需求澄清 Requirements", "季度回顾 Quarterly review"),
    InteractionKind.CALL: ("进展沟通 Progress call", "问题升级 Escalation"),
    InteractionKind.MAIL: ("资料提交 Documents", "报价澄清 Questions on the quotation"),
    InteractionKind.TRAINING: ("产品培训 Product training",),
    InteractionKind.VISIT: ("高层互访 Executive visit", "样板点参观 Reference site"),
    InteractionKind.EXCHANGE: ("技术交流 Technical exchange",),
    InteractionKind.SUMMIT: ("高层峰会 Executive summit",),
    InteractionKind.SHOWROOM: ("展厅参观 Showroom tour",),
    InteractionKind.CEREMONY: ("签约仪式 Signing ceremony",),
}
_EVENTS = (
    InteractionKind.VISIT,
    InteractionKind.EXCHANGE,
    InteractionKind.SUMMIT,
    InteractionKind.SHOWROOM,
    InteractionKind.CEREMONY,
)
_TWO_YEARS = 730


def add_interactions(world: World, customer: Customer) -> None:
    """Adds routine contacts along the ties and a few joint events; none is later than its tie's last contact."""
    dice = world.dice(f"interactions/{customer.key}")
    contacts = {seat.key for seat in world.seats[customer.key]}
    ties = [tie for tie in world.records["ties"] if tie.contact in contacts and tie.last_contact]
    deals = [deal for deal in world.records["opportunities"] if deal.company.split("-")[0] == customer.key]
    held: list[tuple[int, InteractionKind, tuple[str, ...]]] = []
    for tie in ties:
        for _ in range(dice.pick((0, 0, 1, 1, 2))):
            days_ago = _days_since(world, tie) + int(dice.random() * 200)
            if days_ago <= _TWO_YEARS and _started(world, tie, days_ago):
                held.append((days_ago, dice.pick_weighted(_ROUTINE), (tie.employee, tie.contact)))
    held += _events(world, customer, ties, dice)
    for number, (days_ago, kind, participants) in enumerate(sorted(held, reverse=True), start=1):
        key = f"{customer.key}-contact-{number:03}"
        company = world.people[participants[-1]].company
        deal = dice.pick(deals).key if deals and dice.chance(0.3) else None
        subject = dice.pick(_SUBJECTS[kind]) if dice.chance(0.8) else None
        on = world.day(days_ago)
        world.add(
            "interactions",
            [
                Interaction(
                    key=key,
                    kind=kind,
                    on=on,
                    participants=participants,
                    company=company,
                    opportunity=deal,
                    subject=subject,
                )
            ],
        )


def _days_since(world: World, tie: Tie) -> int:
    return (world.today - date.fromisoformat(str(tie.last_contact))).days


def _started(world: World, tie: Tie, days_ago: int) -> bool:
    return tie.valid_from is None or tie.valid_from <= world.day(days_ago)


def _events(
    world: World, customer: Customer, ties: list[Tie], dice: Dice
) -> list[tuple[int, InteractionKind, tuple[str, ...]]]:
    """Joint events of one of us with contacts of theirs; a C customer has none."""
    counts = {Grade.S: 6, Grade.A: 3, Grade.B: 1, Grade.C: 0}
    by_employee: dict[str, list[Tie]] = defaultdict(list)
    for tie in ties:
        by_employee[tie.employee].append(tie)
    hosts = sorted(employee for employee, own in by_employee.items() if len(own) >= 2)
    events = []
    for _ in range(counts[customer.grade] if hosts else 0):
        host = dice.pick(hosts)
        guests = dice.some(by_employee[host], dice.between(2, 4))
        days_ago = max(_days_since(world, tie) for tie in guests) + dice.between(0, 90)
        if days_ago <= _TWO_YEARS:
            events.append((days_ago, dice.pick(_EVENTS), (host, *(tie.contact for tie in guests))))
    return events


def add_agreements(world: World, customer: Customer) -> None:
    """Adds the agreements with a group: a running one for most, an ended one for some."""
    dice = world.dice(f"agreements/{customer.key}")
    wanted: list[tuple[AgreementKind, str]] = []
    if customer.grade is Grade.S:
        wanted.append((AgreementKind.STRATEGIC, "战略合作协议 Strategic agreement"))
    if customer.grade in (Grade.S, Grade.A) and dice.chance(0.5):
        wanted.append((AgreementKind.JOINT_INNOVATION, "联合创新中心 Joint innovation centre"))
    if customer.grade is not Grade.C and dice.chance(0.6):
        wanted.append((AgreementKind.FRAMEWORK, "框架采购合同 Framework contract"))
    if dice.chance(0.4):
        wanted.append((AgreementKind.SERVICE, "维保服务合同 Service contract"))
    for kind, name in wanted:
        start = dice.between(200, 900)
        end = None if dice.chance(0.3) else start - dice.between(365, 1095)
        key = f"{customer.key}-{kind.lower().replace('_', '-')}"
        until = None if end is None else world.day(end)
        world.add(
            "agreements",
            [
                Agreement(
                    key=key,
                    company=customer.key,
                    kind=kind,
                    name=name,
                    valid_from=world.day(start),
                    valid_to=until,
                )
            ],
        )
