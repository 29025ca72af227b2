"""The five planted stories: who is in them, told in one sentence each."""

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
}
"""The stories by name; `graph.sample.planting` puts them into the world."""

RETIREMENT_IN_DAYS = 120
"""Days from today until the boss of the last story retires; the decision is due 60 days later."""
