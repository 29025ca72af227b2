"""Posture: where did an account stand, day by day, as it was computed then?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from graph.errors import QuestionRejected
from graph.messages.told import Told
from graph.model.masks import Mask
from graph.model.shown import said
from graph.posture import Posture
from queries.heading import CompanyKey, PolicyVersion
from queries.kept_figures import (
    VALUE_ON_ONE_PERSON,
    BusFactor,
    CauseCount,
    CauseSeverityCounts,
    ComputedAt,
    ComputedFrom,
    EffectiveHolders,
    HighestSeverity,
    Indexes,
    IndexValues,
    LargestShare,
    SeverityCounts,
    severity_counts,
)
from queries.money import Amount
from queries.needs import Need, PostureDays
from queries.question import NO_ACCOUNTS, Question, TodaysParams, no_part


@dataclass(frozen=True, slots=True, kw_only=True)
class PostureParams(TodaysParams):
    """The company, any of an account, and from which day to which; `kept` are the days."""

    company: CompanyKey
    from_day: Annotated[
        date | None,
        said(
            Told("The first day; the first one kept when left out.", "第一天；省略时为所保留的第一天。"),
            name="from",
        ),
    ] = None
    to_day: Annotated[
        date | None,
        said(
            Told("The last day; the last one kept when left out.", "最后一天；省略时为所保留的最后一天。"),
            name="to",
        ),
    ] = None
    kept: tuple[Posture, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PostureDay:
    """Where an account stood on a day, as it was computed then."""

    severity: HighestSeverity
    share: LargestShare
    value_at_risk: Annotated[float | None, said(VALUE_ON_ONE_PERSON, mask=Mask.MONEY)]
    currency: Annotated[
        str | None,
        said("Currency of `valueAtRisk`: the base currency when all amounts have a rate.", mask=Mask.MONEY),
    ]
    amounts: Annotated[tuple[Amount, ...], said("Money at stake by currency.", mask=Mask.MONEY)]
    effective_holders: EffectiveHolders
    bus_factor: BusFactor
    revision: ComputedFrom
    policy_version: PolicyVersion
    computed_at: ComputedAt
    on: Annotated[date, said("The day.")]
    rates_on: Annotated[
        date | None,
        said(
            "Day of the oldest exchange rate that `valueAtRisk` was converted by; null when it was by none, or by "
            "undated ones of the policy alone.",
            mask=Mask.MONEY,
        ),
    ]
    finding_count: Annotated[int, said("How many findings it had.", name="findings", mask=Mask.JUDGEMENT)]
    severity_counts: SeverityCounts
    cause_count: CauseCount
    cause_severity_counts: CauseSeverityCounts
    index: Indexes


def posture_day(kept: Posture) -> PostureDay:
    """The day as it is shown."""
    return PostureDay(
        severity=kept.severity,
        share=kept.share,
        value_at_risk=kept.value_at_risk,
        currency=kept.currency,
        amounts=tuple(Amount(*amount) for amount in kept.amounts),
        effective_holders=kept.effective_holders,
        bus_factor=kept.bus_factor,
        revision=kept.revision,
        policy_version=kept.policy_version,
        computed_at=kept.computed_at,
        on=date.fromisoformat(kept.standard.day),
        rates_on=None if kept.rates_on is None else date.fromisoformat(kept.rates_on),
        finding_count=sum(kept.severity_counts.values()),
        severity_counts=severity_counts(kept.severity_counts),
        cause_count=None if kept.cause_counts is None else sum(kept.cause_counts.values()),
        cause_severity_counts=severity_counts(kept.cause_counts or {}),
        index=IndexValues(kept.key_index, kept.general_index, kept.organizational_index),
    )


def _days(params: PostureParams) -> PostureDays:
    first, last = params.from_day, params.to_day
    if first is not None and last is not None and last < first:
        raise QuestionRejected(Told(f"to: {last}: expected {first} or later", f"to：{last}：应不早于 {first}"))
    return PostureDays(company=params.company, from_day=first, to_day=last)


def answer(parts: Sequence[None], params: PostureParams) -> tuple[PostureDay, ...]:
    """The kept days of the company's account, by day."""
    return tuple(map(posture_day, params.kept))


POSTURE: Question[PostureParams, None, tuple[PostureDay, ...]] = Question(
    name="posture",
    sentence=Told(
        "Where an account stood, day by day, as it was computed then; days without a computation are not there.",
        "客户逐日的状况，以当时的计算为准；没有计算的日期不列出。",
    ),
    params=PostureParams,
    answer=tuple[PostureDay, ...],
    needs=(Need(_days, into="kept"),),
    scope=lambda params: NO_ACCOUNTS,
    part=no_part,
    combine=answer,
)
