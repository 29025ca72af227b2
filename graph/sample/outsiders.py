"""Competitors, and partner companies whose consultants have a say in our customers."""

from __future__ import annotations

from graph.model.companies import Company, Department
from graph.model.deals import Position
from graph.model.people import Influence, Person
from graph.model.words import Certainty, EmploymentStatus, OrgLevel, Power, Side, Stance
from graph.sample.world import World

COMPETITORS = (
    ("telmora", "Telmora Networks", "Westermark"),
    ("haocen", "皓岑信息 Haocen Information", "南坪 Nanping"),
    ("brannick", "Brannick Systems", "Easthaven"),
)

_PARTNERS = (
    ("tanyin", "谭音咨询 Tanyin Consulting", "东川 Dongchuan"),
    ("ardwell", "Ardwell Advisory", "Norrmark"),
)

_CONSULTANTS = (
    ("tanyin-luo", "骆知秋 Luo Zhiqiu", "tanyin", "首席顾问 Principal Consultant", "linhai-cto", 0.5),
    ("tanyin-jin", "金若谷 Jin Ruogu", "tanyin", "顾问 Consultant", "qiongwu-cto", 0.4),
    ("tanyin-bu", "卜一凡 Bu Yifan", "tanyin", "顾问 Consultant", "xuanpu-cto", 0.3),
    ("ardwell-nash", "Imogen Nash", "ardwell", "Senior Partner", "halvorn-president", 0.45),
    ("ardwell-roe", "Callum Roe", "ardwell", "Consultant", "norvale-cto", 0.4),
    ("ardwell-lund", "Astrid Lund", "ardwell", "Consultant", "brightmoor-procurement-head", 0.35),
)


def add_outsiders(world: World) -> None:
    """Adds competitors, partner companies and consultants with their influence on a customer."""
    world.add(
        "companies",
        [Company(key=key, name=name, side=Side.COMPETITOR, region=region) for key, name, region in COMPETITORS],
    )
    world.add(
        "companies",
        [Company(key=key, name=name, side=Side.PARTNER, region=region) for key, name, region in _PARTNERS],
    )
    world.add(
        "departments", [Department(key=f"{key}-advice", company=key, name="Advisory") for key, _, _ in _PARTNERS]
    )
    dice = world.dice("outsiders")
    for key, name, company, title, listener, weight in _CONSULTANTS:
        world.people[key] = Person(
            key=key,
            name=name,
            email=f"{key}@{company}.example",
            company=company,
            department=f"{company}-advice",
            title=title,
            level=OrgLevel.SENIOR,
            status=EmploymentStatus.ACTIVE,
        )
        since = world.day(dice.between(200, 800))
        world.add(
            "influences",
            [
                Influence(
                    influencer=key,
                    influenced=listener,
                    weight=weight,
                    valid_from=since,
                    certainty=Certainty.ASSUMED,
                    source="account team",
                )
            ],
        )
        account = listener.split("-")[0]
        stance = dice.pick((Stance.SUPPORTER, Stance.NEUTRAL, None))
        power = dice.pick((Power.OUTSIDE, None))
        stated_on = world.day(dice.between(20, 200))
        if stance or power:
            world.add(
                "positions",
                [Position(person=key, company=account, stated_on=stated_on, power=power, stance=stance)],
            )
