"""People of busy worlds: both sides with departments, levels, managers, histories, and who has left."""

from __future__ import annotations

from random import Random

from graph.model.companies import Company, Department
from graph.model.people import Employment, Person
from graph.model.words import Grade, Line, Tag
from tests.oracle.random_days import day
from tests.oracle.titles import TITLES

GROUP = ["group", "group-province", "group-city"]
_LEVELS = ["EXECUTIVE", "SENIOR", "MIDDLE", "MIDDLE", "STAFF", "STAFF", None]
_LINES = [*Line, None]
_LEAVING = [
    *(("LEFT", day(offset)) for offset in (1, 4, 20, 41, 90, 91, 95, 120)),
    *(("MOVED", day(offset)) for offset in (20, 60, 95, 130)),
    ("RETIRED", day(20)),
]
"""Within the horizon of the as-of date, at its bound and beyond."""


def busy_companies(random: Random) -> list[Company]:
    """We with a subsidiary, a group of three companies, another customer, a partner and a rival."""

    def figures() -> dict[str, object]:
        def scale() -> int | None:
            return random.choice([None, 1, 2, 3, 3, 4, 5])

        return {
            "grade": random.choice([*Grade, None]),
            "annual_value": random.choice([None, 0.0, 500.0, 1_000.0, 1_000.0, 9_000.0]),
            "potential_value": random.choice([None, 0.0, 700.0, 1_000.0, 20_000.0]),
            "currency": random.choice([None, "CNY", "CNY", "EUR"]),
            "strategic_fit": scale(),
            "industry_influence": scale(),
            "credit": scale(),
        }

    return [
        Company(key="us", name="Us", side="SUPPLIER"),
        Company(key="us-west", name="Us West", side="SUPPLIER", parent="us"),
        Company(key="group", name="Group", side="CUSTOMER", **figures()),
        Company(key="group-province", name="Province", side="CUSTOMER", parent="group", **figures()),
        Company(
            key="group-city",
            name="City",
            side="CUSTOMER",
            parent=random.choice(["group", "group-province"]),
            **figures(),
        ),
        Company(key="stranger", name="Stranger", side="CUSTOMER", **figures()),
        Company(key="partner", name="Partner", side="PARTNER"),
        Company(key="rival", name="Rival", side="COMPETITOR"),
    ]


def busy_departments(random: Random) -> list[Department]:
    """Two to four departments a company, in a tree, most of them with a line."""
    found = []
    for company in ("us", "us-west", *GROUP, "stranger", "partner"):
        keys = [f"{company}/{number}" for number in range(random.randint(2, 4))]
        for number, key in enumerate(keys):
            parent = random.choice([None, *keys[:number]])
            found.append(Department(key=key, company=company, name=key, parent=parent, line=random.choice(_LINES)))
    return found


def busy_people(
    random: Random, departments: list[Department], employee_count: int, contact_count: int
) -> tuple[list[Person], list[Employment]]:
    """So many employees and contacts of the group, and a few people of the stranger and the partner."""
    homes = [(f"e{number}", random.choice(["us", "us", "us-west"])) for number in range(employee_count)]
    homes += [(f"c{number:02}", random.choice(["group", "group", *GROUP])) for number in range(contact_count)]
    homes += [(f"d{number}", "stranger") for number in range(random.randint(0, 3))]
    homes += [(f"p{number}", "partner") for number in range(random.randint(0, 2))]
    people, histories = [], []
    leaving = random.choice([0.0, 0.0, 0.2, 0.4, 0.8])
    for key, company in homes:
        person = _person(random, key, company, leaving if key.startswith("e") else 0.1)
        if random.random() < 0.65:
            place = random.choice([None, *_departments_of(departments, company)[:2] * 2])
            people.append(
                person.replace(department=place, title=random.choice(TITLES), level=random.choice(_LEVELS))
            )
        else:
            people.append(person)
            histories += _history(random, departments, key, company)
    return people, histories


def _person(random: Random, key: str, company: str, leaving: float) -> Person:
    status: tuple[str | None, str | None] = random.choice([(None, None), ("ACTIVE", None)])
    if random.random() < 0.1:
        status = random.choice([("LEFT", day(-60)), ("MOVED", None), ("RETIRED", day(-60))])
    elif random.random() < leaving:
        status = random.choice(_LEAVING)
    tags = tuple(sorted(each for each in Tag if random.random() < 0.25))
    name = random.choice([None, f"Name of {key}", f"Name of {key}"])
    return Person(key=key, name=name, company=company, status=status[0], status_since=status[1], tags=tags)


def _departments_of(departments: list[Department], company: str) -> list[str]:
    return [each.key for each in departments if each.company == company]


def _history(random: Random, departments: list[Department], key: str, company: str) -> list[Employment]:
    """Two places one after the other, at another company of the same side now and then; maybe a gap."""
    others = ["us", "us-west"] if company.startswith("us") else [company, "group", "group-city"]
    turn = random.choice([-400, -200, -60, 0, 20])
    found = []
    for begin, end in (
        (random.choice([None, day(-700), day(-500)]), day(turn)),
        (day(turn + random.choice([0, 0, 30])), None),
    ):
        place = random.choice([company, company, random.choice(others)])
        department = random.choice([None, *_departments_of(departments, place)])
        level = random.choice(_LEVELS)
        title = random.choice(TITLES)
        found.append(
            Employment(
                person=key,
                company=place,
                department=department,
                title=title,
                level=level,
                valid_from=begin,
                valid_to=end,
            )
        )
    return found
