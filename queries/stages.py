"""The stages of a decision: who takes part in each, how each stands, and which is the weakest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

import numpy as np

from graph.model.masks import Mask
from graph.model.shown import node, said, word
from graph.model.word import Words
from graph.model.words import NodeKind, Part, Stage, Stance
from queries.account_view import AccountView, Decision
from queries.algorithms.decision_weights import Seat
from queries.algorithms.influence import Vector
from queries.algorithms.thresholds import as_ordered


class StageStatus(Words):
    """Health of a stage, worst first: the chain is as strong as its weakest stage."""

    MISSING = "MISSING", "Nobody", "缺失", "Nobody is recorded."
    RED = "RED", "Red", "红", "Nobody with a part is for us."
    AMBER = "AMBER", "Amber", "黄", "Somebody with a part is for us."
    GREEN = "GREEN", "Green", "绿", "Somebody leads, and everyone who leads is for us."


@dataclass(frozen=True, slots=True)
class Lean:
    """Where a decision leans, from -1, against us, to +1, for us, give or take the unknown."""

    low: Annotated[float, said("When everything unknown is against us.", mask=Mask.JUDGEMENT)]
    value: Annotated[float, said("From the known stances alone.", mask=Mask.JUDGEMENT)]
    high: Annotated[float, said("When everything unknown is for us.", mask=Mask.JUDGEMENT)]


@dataclass(frozen=True, slots=True)
class StagePerson:
    """A person's part in a stage."""

    person: Annotated[str, node(NodeKind.PERSON, "Who.")]
    part: Annotated[str, word(Part, "The strongest part played in the stage.")]
    veto: Annotated[bool, said("Whether the person may veto.")]
    share: Annotated[float, said("Weight within the stage; those of a stage sum to 1.", mask=Mask.JUDGEMENT)]
    stance: Annotated[str, word(Stance, "Stance towards us.", mask=Mask.JUDGEMENT)]
    access_strength: Annotated[float, said("Strength of the strongest path from us, 0 to 1.", mask=Mask.JUDGEMENT)]


@dataclass(frozen=True, slots=True)
class ChainStage:
    """One stage of the decision."""

    stage: Annotated[str, word(Stage, "Which stage.")]
    weight: Annotated[float, said("Weight of the stage in the decision.")]
    status: Annotated[StageStatus, said("How it stands.", mask=Mask.JUDGEMENT)]
    people: Annotated[tuple[StagePerson, ...], said("Who has a part in it.")]
    lean: Annotated[Lean | None, said("Where the stage leans; null with nobody in it.", mask=Mask.JUDGEMENT)]


def lean_of(stances: Vector, opinions: Vector, unassigned: float = 0.0) -> Lean:
    """Σ v·s over known stances, give or take the shares of unknown ones and what is unassigned."""
    is_unknown = np.isnan(stances)
    value = float(opinions @ np.where(is_unknown, 0.0, stances))
    unknown = unassigned + float(np.abs(opinions[is_unknown]).sum())
    return Lean(value - unknown, value, value + unknown)


def stage_of(view: AccountView, decision: Decision, stage: Stage) -> ChainStage:
    """The stage of the decision, its people by weight."""
    seats = decision.weights.stages[stage]
    people = tuple(
        StagePerson(
            person=seat.person,
            part=seat.part,
            veto=seat.veto,
            share=seat.weight,
            stance=view.stance(seat.person, decision.opportunity),
            access_strength=view.access_strength(seat.person),
        )
        for seat in seats
    )
    return ChainStage(
        stage=stage,
        weight=view.policy.stage_weights[stage],
        status=_status(view, decision.opportunity, seats),
        people=people,
        lean=lean_of(view.stances(decision.opportunity), decision.stage_opinions[stage]) if seats else None,
    )


def _status(view: AccountView, opportunity: str | None, seats: Sequence[Seat]) -> StageStatus:
    if not seats:
        return StageStatus.MISSING
    positive = {seat.person for seat in seats if (view.stance_value(seat.person, opportunity) or 0.0) > 0}
    leaders = {seat.person for seat in seats if seat.part == Part.LEADS}
    if leaders and leaders <= positive:
        return StageStatus.GREEN
    return StageStatus.AMBER if positive else StageStatus.RED


def weakest_stage(stages: Sequence[ChainStage]) -> ChainStage | None:
    """Lowest status, then lowest lean, then heavier, then in order of stages; None without any recorded part."""
    if all(found.status == StageStatus.MISSING for found in stages):
        return None
    badness = list(StageStatus)

    def rank(found: ChainStage) -> tuple[int, float, float]:
        lean = 0.0 if found.lean is None else as_ordered(found.lean.value)
        return badness.index(found.status), lean, -found.weight

    return min(stages, key=rank)
