"""The ten planted stories: who is in them, told in one sentence each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Story:
    """What is planted, by keys, and the question that must find it."""

    sentence: str
    question: str
    """The stem of the question in `queries`."""
    accounts: tuple[str, ...]
    people: Mapping[str, str]
    """The keys of the people by what they are in the story."""
    opportunity: str | None = None
    details: Mapping[str, str] = field(default_factory=dict)


STORIES: dict[str, Story] = {
    "lonely_sponsor": Story(
        "Canglu Bank's technology chief is our mentor and holds the largest share of the core-banking decision, "
        "and of all of us only Lin Yue knows that person.",
        "single_points_of_failure",
        ("canglu",),
        {"sponsor": "canglu-cto", "salesperson": "emp-lin-yue"},
        "canglu-core-banking",
    ),
    "written_around_a_competitor": Story(
        "Linhai Mobile's president supports us, but the tender for the new core network is being specified by a "
        "head of technology who leans to Telmora.",
        "decision_chain",
        ("linhai",),
        {"specifier": "linhai-technology-head", "approver": "linhai-president"},
        "linhai-core-network",
        {"stage": "SPECIFICATION", "competitor": "telmora"},
    ),
    "one_bridge_to_four_accounts": Story(
        "Zhao Lei is the only way to the people who decide in four regional accounts; without this one colleague "
        "they all fall out of reach.",
        "single_points_of_failure",
        ("shuofeng", "kestrelby", "lanting", "pemberlow"),
        {"salesperson": "emp-zhao-lei"},
    ),
    "unknown_finance_line": Story(
        "At Xuanpu Ports nobody of us knows anyone in finance, and finance co-approves the terminal project.",
        "coverage_gaps",
        ("xuanpu",),
        {"chief": "xuanpu-cfo"},
        "xuanpu-smart-terminal",
        {"line": "FINANCE"},
    ),
    "boss_about_to_retire": Story(
        "Qiongwu Grid's president, who approves the dispatch platform and supports us, retires before the "
        "decision is due, and nobody of us has ever met the deputy.",
        "coverage_gaps",
        ("qiongwu",),
        {"boss": "qiongwu-president", "deputy": "qiongwu-deputy"},
        "qiongwu-dispatch-platform",
    ),
    "departure_in_three_accounts": Story(
        "Ning An of marketing is about to leave. Brightmoor Energy and Norvale Telecom each lose the only one of "
        "us who knows a key person. Qin Haoran is the clear successor at Norvale; whoever gives Maya Lindholm the "
        "contact whom she knows best, at Halvorn Rail, leaves Brightmoor's to a stranger, though Liam Forde could "
        "have taken Halvorn's.",
        "handover_plan",
        ("halvorn", "brightmoor", "norvale"),
        {
            "employee": "emp-ning-an",
            "known_to_several": "halvorn-technology-head",
            "known_to_one": "brightmoor-technology-manager-1",
            "has_a_clear_successor": "norvale-procurement-head",
            "in_demand": "emp-maya-lindholm",
            "second_best": "emp-liam-forde",
            "clear_successor": "emp-qin-haoran",
        },
    ),
    "nobody_knows_who_follows": Story(
        "Norvale Telecom's head of operations is our mentor and known to two of us, but nobody of us knows "
        "anybody who is likely to follow.",
        "succession",
        ("norvale",),
        {"mentor": "norvale-operations-head", "acting": "norvale-coo"},
        "norvale-billing",
    ),
    "executives_without_a_counterpart": Story(
        "At Chengying Water our sales director looks after all five executives, and none of our own executives "
        "has ever met one of them.",
        "organization_matching",
        ("chengying",),
        {"president": "chengying-president", "director": "emp-meng-fan"},
        "chengying-pipe-twin",
        {"level": "EXECUTIVE"},
    ),
    "account_on_two_people": Story(
        "Everything that we have at Mingyue University, two colleagues have; without both of them there is no way "
        "to anyone who decides.",
        "concentration",
        ("mingyue",),
        {"first": "emp-meng-fan", "second": "emp-yin-kexin"},
        "mingyue-library",
    ),
    "a_year_downhill": Story(
        "At Yuanji Motors, within a year, the tie to the technology chief went cold, the head of operations "
        "turned against us, and the head of procurement moved away.",
        "changes",
        ("yuanji",),
        {
            "cold": "yuanji-cto",
            "turned": "yuanji-operations-head",
            "moved": "yuanji-procurement-head",
            "holder": "emp-yan-su",
        },
        "yuanji-plant-network",
    ),
}
"""The stories by name; `graph.sample.planting` puts them into the world."""

RETIREMENT_IN_DAYS = 120
"""Days from today until the boss retires; the decision on the dispatch platform is due 60 days later."""

MOVED_DAYS_AGO = 80
"""Days since the head of procurement of the last story moved away."""
