"""Competitors, and partner companies whose consultants have a say in our customers."""

from __future__ import annotations

from graph.model.words import Certainty, EmploymentStatus, OrgLevel, Power, Side, Stance
from graph.records import Company, Department, Influence, Person, Position
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
    world.add("companies", [Company(*row[:2], Side.COMPETITOR, region=row[2]) for row in COMPETITORS])
    world.add("companies", [Company(*row[:2], Side.PARTNER, region=row[2]) for row in _PARTNERS])
    world.add("departments", [Department(f"{key}-advice", key, "Advisory") for key, _, _ in _PARTNERS])
    dice = world.dice("outsiders")
    for key, name, company, title, listener, weight in _CONSULTANTS:
        world.people[key] = Person(
            key,
            name,
            f"{key}@{company}.example",
            company,
            f"{company}-advice",
            title,
            OrgLevel.SENIOR,
            EmploymentStatus.ACTIVE,
        )
        since = world.day(dice.between(200, 800))
        world.add("influences", [Influence(key, listener, weight, since, None, Certainty.ASSUMED, "account team")])
        account = listener.split("-")[0]
        stance = dice.pick((Stance.SUPPORTER, Stance.NEUTRAL, None))
        power = dice.pick((Power.OUTSIDE, None))
        stated_on = world.day(dice.between(20, 200))
        if stance or power:
            world.add("positions", [Position(key, None, account, stated_on, power, stance)])
