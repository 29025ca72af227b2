"""What is kept of an account, as every list of accounts or days shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, TypeAlias

from graph.model.masks import Mask
from graph.model.shown import said, word
from graph.model.words import Severity

HighestSeverity: TypeAlias = Annotated[
    str | None, word(Severity, "The highest one of its findings; null without any.", mask=Mask.JUDGEMENT)
]
LargestShare: TypeAlias = Annotated[
    float | None,
    said(
        "The largest share of the decision, 0 to 1, that one of its findings touches; null without any.",
        mask=Mask.JUDGEMENT,
    ),
]
EffectiveHolders: TypeAlias = Annotated[
    float | None,
    said(
        "As how many equal holders the account has: 1/HHI of tie strength; null without a live tie.",
        mask=Mask.JUDGEMENT,
    ),
]
BusFactor: TypeAlias = Annotated[
    int | None,
    said(
        "The fewest employees whose leaving loses most of the decision within reach; null: nobody in reach.",
        mask=Mask.JUDGEMENT,
    ),
]
CauseCount: TypeAlias = Annotated[
    int | None,
    said(
        "How many causes its findings have; null when they were not counted yet.",
        name="causes",
        mask=Mask.JUDGEMENT,
    ),
]
ComputedAt: TypeAlias = Annotated[str, said("When it was computed, as ISO 8601 in UTC.")]
ComputedFrom: TypeAlias = Annotated[int, said("Revision of the account that it was computed from.")]
VALUE_ON_ONE_PERSON = (
    "The most money, in `currency`, that hangs on one person alone, of either side: the largest of the account's "
    "single points of failure, each over all open opportunities. 0 when nothing hangs on one person, null when no "
    "value is known or currencies cannot be added."
)


@dataclass(frozen=True, slots=True)
class SeverityCount:
    """How many findings, or causes of them, have that severity."""

    severity: Annotated[str, word(Severity, "The severity.", mask=Mask.JUDGEMENT)]
    count: Annotated[int, said("How many.", mask=Mask.JUDGEMENT)]


@dataclass(frozen=True, slots=True)
class IndexValues:
    """The relationship index by layer, 0 to 100; null when nothing is known."""

    key: Annotated[
        float | None,
        said("关键客户关系: the individuals in the decision chain.", mask=Mask.JUDGEMENT),
    ]
    general: Annotated[float | None, said("普遍客户关系: everyone else we work with.", mask=Mask.JUDGEMENT)]
    organizational: Annotated[float | None, said("组织客户关系: company to company.", mask=Mask.JUDGEMENT)]


SeverityCounts: TypeAlias = Annotated[
    tuple[SeverityCount, ...],
    said("Findings by severity, most severe first; severities without one are left out.", mask=Mask.JUDGEMENT),
]
CauseSeverityCounts: TypeAlias = Annotated[
    tuple[SeverityCount, ...],
    said(
        "Causes of findings by severity, most severe first; severities without one are left out.",
        mask=Mask.JUDGEMENT,
    ),
]
Indexes: TypeAlias = Annotated[IndexValues, said("Its relationship index.", mask=Mask.JUDGEMENT)]

_WORST_FIRST = tuple(reversed(Severity))


def severity_counts(counts: Mapping[str, int]) -> tuple[SeverityCount, ...]:
    """The counts as rows, most severe first; severities without one are left out."""
    return tuple([SeverityCount(name, counts[name]) for name in _WORST_FIRST if counts.get(name)])
