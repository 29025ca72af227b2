"""Decision chain 决策链: who really decides, stage by stage, which way does it lean, and who can move it?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

import numpy as np

from graph.errors import NotInGraph
from graph.messages.told import Told
from graph.model.deals import OPPORTUNITIES
from graph.model.masks import Mask
from graph.model.shown import node, said, word
from graph.model.word import Words
from graph.model.words import STANCE_VALUES, NodeKind, Part, Severity, Stage, Stance
from queries.account_view import AccountView, Decision
from queries.algorithms.decision_weights import InferredFrom
from queries.algorithms.thresholds import TOLERANCE, as_ordered, reaches
from queries.findings.evidence import Figure, figures
from queries.heading import Account, DayShown, PolicyVersion, Revision
from queries.question import Params, Question, Scope, single
from queries.stages import ChainStage, Lean, lean_of, stage_of, weakest_stage

SUPPORTING = STANCE_VALUES[Stance.SUPPORTER]


class BlockerReason(Words):
    """Why a person with a negative stance blocks. LEADS_STAGE: by leading a stage, without share or veto."""

    SHARE = "SHARE", "Holds a share of the decision", "决策占比", "Holds a moderate share of the decision or more."
    VETO = "VETO", "May veto", "有否决权", "May veto."
    SHARE_AND_VETO = "SHARE_AND_VETO", "Holds a share and may veto", "决策占比且有否决权", "Both."
    LEADS_STAGE = (
        "LEADS_STAGE",
        "Leads a stage",
        "主导环节",
        "Leads a stage, with a smaller share and without a veto.",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionChainParams(Params):
    """The opportunity to ask about, and the day."""

    opportunity: Annotated[str, node(NodeKind.OPPORTUNITY, Told("Key of the opportunity.", "项目的编号。"))]


@dataclass(frozen=True, slots=True)
class DecisionShare:
    """A person's share of the whole decision."""

    person: Annotated[str, node(NodeKind.PERSON, "Who.")]
    share: Annotated[
        float, said("Share of the decision, 0 to 1, influence on others included.", mask=Mask.JUDGEMENT)
    ]
    stance: Annotated[str, word(Stance, "Stance towards us.", mask=Mask.JUDGEMENT)]
    access_strength: Annotated[float, said("Strength of the strongest path from us, 0 to 1.", mask=Mask.JUDGEMENT)]
    is_within_reach: Annotated[
        bool, said("Whether that strength is at least the reach floor.", mask=Mask.JUDGEMENT)
    ]
    gain: Annotated[float, said("What the lean gains when the person becomes a supporter.", mask=Mask.JUDGEMENT)]


@dataclass(frozen=True, slots=True)
class Blocker:
    """A person against us who holds a moderate share or more, a veto, or the lead of a stage."""

    person: Annotated[str, node(NodeKind.PERSON, "Who.", mask=Mask.JUDGEMENT)]
    reason: Annotated[BlockerReason, said("Why the person can block.", mask=Mask.JUDGEMENT)]
    share: Annotated[float, said("Share of the decision, 0 to 1.", mask=Mask.JUDGEMENT)]
    stance: Annotated[str, word(Stance, "Stance towards us.", mask=Mask.JUDGEMENT)]
    leads: Annotated[
        tuple[Stage, ...],
        said("The stages that the person leads, whatever the reason.", mask=Mask.JUDGEMENT),
    ]


@dataclass(frozen=True, slots=True)
class Mover:
    """A person within reach whose support would move the decision."""

    person: Annotated[str, node(NodeKind.PERSON, "Who.", mask=Mask.JUDGEMENT)]
    gain: Annotated[float, said("What the lean gains when the person becomes a supporter.", mask=Mask.JUDGEMENT)]
    access_strength: Annotated[float, said("Strength of the strongest path from us, 0 to 1.", mask=Mask.JUDGEMENT)]


@dataclass(frozen=True, slots=True)
class DecisionChain:
    """Who really decides, stage by stage, which way it leans, and who can move it.

    Without conflicts, the shares and `unassigned` sum to 1.
    """

    opportunity: Annotated[str, node(NodeKind.OPPORTUNITY, "The opportunity.")]
    company: Annotated[str, node(NodeKind.COMPANY, "The customer.")]
    account: Account
    as_of: DayShown
    revision: Revision
    policy_version: PolicyVersion
    unassigned: Annotated[float, said("Weight of the stages with nobody.")]
    inferred: Annotated[bool, said("Whether weights are inferred: no decision part is recorded.")]
    inferred_from: Annotated[InferredFrom | None, said("What they are inferred from.", mask=Mask.JUDGEMENT)]
    lean: Annotated[Lean, said("Where the decision leans.", mask=Mask.JUDGEMENT)]
    weakest_stage: Annotated[
        ChainStage | None,
        said(
            "The weakest stage: the chain is as strong as that; null without any recorded part.",
            mask=Mask.JUDGEMENT,
        ),
    ]
    stages: Annotated[tuple[ChainStage, ...], said("The stages, in order.")]
    shares: Annotated[
        tuple[DecisionShare, ...], said("Everyone with a share, largest first.", mask=Mask.JUDGEMENT)
    ]
    blockers: Annotated[tuple[Blocker, ...], said("Who can block.", mask=Mask.JUDGEMENT)]
    movers: Annotated[
        tuple[Mover, ...],
        said("Whom to win, largest gain × access strength first.", mask=Mask.JUDGEMENT),
    ]
    completeness: Annotated[float, said("Known part of what went in, 0 to 1.", mask=Mask.JUDGEMENT)]
    policy: Annotated[tuple[Figure, ...], said("The policy's numbers that went in.")]


def answer(view: AccountView, params: DecisionChainParams) -> DecisionChain:
    """The chain of the opportunity; NotInGraph when the account does not have it."""
    graph = view.graph
    if params.opportunity not in graph.opportunities:
        raise NotInGraph("Opportunity", params.opportunity)
    decision = view.decision(params.opportunity)
    stages = tuple(stage_of(view, decision, stage) for stage in Stage)
    shares = _shares(view, decision)
    movers = [Mover(found.person, found.gain, found.access_strength) for found in shares if found.is_within_reach]
    weights = decision.weights
    return DecisionChain(
        opportunity=params.opportunity,
        company=graph.opportunities[params.opportunity].company,
        account=graph.account,
        as_of=graph.as_of,
        revision=graph.revision,
        policy_version=params.policy_version,
        unassigned=weights.unassigned,
        inferred=not any(weights.stages.values()),
        inferred_from=weights.inferred_from,
        lean=lean_of(view.stances(decision.opportunity), decision.opinions, weights.unassigned),
        weakest_stage=weakest_stage(stages),
        stages=stages,
        shares=shares,
        blockers=_blockers(view, decision, shares),
        movers=tuple(
            sorted(
                (mover for mover in movers if mover.gain > 0),
                key=lambda mover: (-as_ordered(mover.gain * mover.access_strength), mover.person),
            )
        ),
        completeness=_completeness(shares, weights.unassigned),
        policy=_policy_used(view),
    )


def _shares(view: AccountView, decision: Decision) -> tuple[DecisionShare, ...]:
    """Everyone with a share, largest first; the gain is v × (0.5 - s), an unknown stance counted as 0."""
    keys = tuple(view.graph.contacts)
    stances = np.nan_to_num(view.stances(decision.opportunity), nan=0.0)
    gains = np.where(stances < SUPPORTING, decision.opinions * (SUPPORTING - stances), 0.0).clip(min=0.0)
    ordered = [-as_ordered(share) for share in decision.shares.tolist()]
    order = np.argsort(ordered, kind="stable")  # contacts are in order of their keys
    order = order[decision.shares[order] > 0]
    return tuple(
        DecisionShare(
            person=keys[number],
            share=share,
            stance=view.stance(keys[number], decision.opportunity),
            access_strength=view.access_strength(keys[number]),
            is_within_reach=view.is_within_reach(keys[number]),
            gain=gain,
        )
        for number, share, gain in zip(
            order.tolist(), decision.shares[order].tolist(), gains[order].tolist(), strict=True
        )
    )


def _blockers(view: AccountView, decision: Decision, shares: Sequence[DecisionShare]) -> tuple[Blocker, ...]:
    """Everybody with a negative stance who can stop it, the largest share first, then by key."""
    bound = view.policy.severity_bands[Severity.MODERATE]
    seats = [(Stage(stage), seat) for stage, found in decision.weights.stages.items() for seat in found]
    vetoes = {seat.person for _, seat in seats if seat.veto}
    led: dict[str, list[Stage]] = defaultdict(list)
    for stage, seat in seats:
        if seat.part == Part.LEADS:
            led[seat.person].append(stage)
    share_of = {found.person: found.share for found in shares}
    blockers = []
    for person in share_of.keys() | vetoes | led.keys():
        if (view.stance_value(person, decision.opportunity) or 0.0) >= 0:
            continue
        share = share_of.get(person, 0.0)
        reason = _reason(has_share=reaches(share, bound), has_veto=person in vetoes, is_leading=person in led)
        if reason is not None:
            stance = view.stance(person, decision.opportunity)
            blockers.append(Blocker(person, reason, share, stance, tuple(led.get(person, ()))))
    return tuple(sorted(blockers, key=lambda found: (-as_ordered(found.share), found.person)))


def _reason(*, has_share: bool, has_veto: bool, is_leading: bool) -> BlockerReason | None:
    if has_share:
        return BlockerReason.SHARE_AND_VETO if has_veto else BlockerReason.SHARE
    if has_veto:
        return BlockerReason.VETO
    return BlockerReason.LEADS_STAGE if is_leading else None


def _completeness(shares: Sequence[DecisionShare], unassigned: float) -> float:
    """The part of the decision whose holders are known and whose stance is known."""
    total = sum(found.share for found in shares) + unassigned
    known = sum(found.share for found in shares if found.stance in STANCE_VALUES)
    return known / total if total > TOLERANCE else 0.0


def _policy_used(view: AccountView) -> tuple[Figure, ...]:
    policy = view.policy
    return figures(
        {
            **{f"stage_weights.{stage}": weight for stage, weight in policy.stage_weights.items()},
            **{f"part_weights.{part}": weight for part, weight in policy.part_weights.items()},
            **{f"power_weights.{power}": weight for power, weight in policy.power_weights.items()},
            "self_weight": policy.self_weight,
            "manager_influence": policy.manager_influence,
            "report_influence": policy.report_influence,
            "dotted_factor": policy.dotted_factor,
            "reach_floor": policy.reach_floor,
            "severity_bands.MODERATE": policy.severity_bands[Severity.MODERATE],
        }
    )


DECISION_CHAIN: Question[DecisionChainParams, DecisionChain, DecisionChain] = Question(
    name="decision_chain",
    sentence=Told(
        "Who really decides, stage by stage, which way does it lean, and who can move it?",
        "各阶段由谁真正拍板，决策倾向哪一方，谁能推动？",
    ),
    params=DecisionChainParams,
    answer=DecisionChain,
    scope=lambda params: Scope(OPPORTUNITIES, params.opportunity),
    part=answer,
    combine=single,
)
