"""The decision chain 决策链: views of `queries.decision_chain`."""

from __future__ import annotations

from datetime import date

import strawberry

from api.types.evidence import Figure
from api.types.node_refs import CompanyRef, OpportunityRef, PersonRef
from api.types.policy_version import POLICY_VERSION
from api.types.record_fields import edge_end
from graph.model.words import Part, Stage, Stance
from graph.records import COMPANIES, OPPORTUNITIES, PEOPLE
from queries.algorithms.decision_weights import InferredFrom
from queries.decision_chain import BlockerReason
from queries.stages import StageStatus


@strawberry.type(
    description="Where a decision leans, from -1, against us, to +1, for us, give or take the unknown."
)
class Lean:
    """View of `queries.stages.Lean`."""

    low: float = strawberry.field(description="When everything unknown is against us.")
    value: float = strawberry.field(description="From the known stances alone.")
    high: float = strawberry.field(description="When everything unknown is for us.")


@strawberry.type(description="A person's part in a stage.")
class StagePerson:
    """View of `queries.stages.StagePerson`."""

    person: PersonRef = edge_end("person", PEOPLE, "Who.")
    part: Part = strawberry.field(description="The strongest part played in the stage.")
    veto: bool = strawberry.field(description="Whether the person may veto.")
    share: float = strawberry.field(description="Weight within the stage; those of a stage sum to 1.")
    stance: Stance = strawberry.field(description="Stance towards us.")
    access_strength: float = strawberry.field(description="Strength of the strongest path from us, 0 to 1.")


@strawberry.type(description="One stage of the decision.")
class ChainStage:
    """View of `queries.stages.ChainStage`."""

    stage: Stage = strawberry.field(description="Which stage.")
    weight: float = strawberry.field(description="Weight of the stage in the decision.")
    status: StageStatus = strawberry.field(description="How it stands.")
    people: list[StagePerson] = strawberry.field(description="Who has a part in it.")
    lean: Lean | None = strawberry.field(description="Where the stage leans; null with nobody in it.")


@strawberry.type(description="A person's share of the whole decision.")
class DecisionShare:
    """View of `queries.decision_chain.Share`."""

    person: PersonRef = edge_end("person", PEOPLE, "Who.")
    share: float = strawberry.field(description="Share of the decision, 0 to 1, influence on others included.")
    stance: Stance = strawberry.field(description="Stance towards us.")
    access_strength: float = strawberry.field(description="Strength of the strongest path from us, 0 to 1.")
    is_within_reach: bool = strawberry.field(
        name="withinReach", description="Whether that strength is at least the reach floor."
    )
    gain: float = strawberry.field(description="What the lean gains when the person becomes a supporter.")


@strawberry.type(
    description="A person against us who holds a moderate share or more, a veto, or the lead of a stage."
)
class Blocker:
    """View of `queries.decision_chain.Blocker`."""

    person: PersonRef = edge_end("person", PEOPLE, "Who.")
    reason: BlockerReason = strawberry.field(description="Why the person can block.")
    share: float = strawberry.field(description="Share of the decision, 0 to 1.")
    stance: Stance = strawberry.field(description="Stance towards us.")
    leads: list[Stage] = strawberry.field(description="The stages that the person leads, whatever the reason.")


@strawberry.type(description="A person within reach whose support would move the decision.")
class Mover:
    """View of `queries.decision_chain.Mover`."""

    person: PersonRef = edge_end("person", PEOPLE, "Who.")
    gain: float = strawberry.field(description="What the lean gains when the person becomes a supporter.")
    access_strength: float = strawberry.field(description="Strength of the strongest path from us, 0 to 1.")


@strawberry.type(description="Who really decides, stage by stage, which way it leans, and who can move it.")
class DecisionChain:
    """View of `queries.decision_chain.DecisionChain`."""

    opportunity: OpportunityRef = edge_end("opportunity", OPPORTUNITIES, "The opportunity.")
    company: CompanyRef = edge_end("company", COMPANIES, "The customer.")
    account: CompanyRef = edge_end("account", COMPANIES, "The company at the top of its group.")
    as_of: date = strawberry.field(description="The day that is shown.")
    revision: int = strawberry.field(description="Revision of the account; it grows with every change.")
    policy_version: int = strawberry.field(description=POLICY_VERSION)
    unassigned: float = strawberry.field(description="Weight of the stages with nobody.")
    inferred: bool = strawberry.field(description="Whether weights are inferred: no decision part is recorded.")
    inferred_from: InferredFrom | None = strawberry.field(description="What they are inferred from.")
    lean: Lean = strawberry.field(description="Where the decision leans.")
    weakest_stage: ChainStage | None = strawberry.field(
        description="The weakest stage: the chain is as strong as that; null without any recorded part."
    )
    stages: list[ChainStage] = strawberry.field(description="The stages, in order.")
    shares: list[DecisionShare] = strawberry.field(description="Everyone with a share, largest first.")
    blockers: list[Blocker] = strawberry.field(description="Who can block.")
    movers: list[Mover] = strawberry.field(description="Whom to win, largest gain × access strength first.")
    completeness: float = strawberry.field(description="Known part of what went in, 0 to 1.")
    policy: list[Figure] = strawberry.field(description="The policy's numbers that went in.")
