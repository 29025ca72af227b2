"""Decision chain 决策链: who really decides, stage by stage, which way does it lean, and who can move it?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from queries.evidence import Figure


class StageStatus(StrEnum):
    """Health of a stage, worst first: the chain is as strong as its weakest stage."""

    MISSING = "MISSING"
    RED = "RED"
    AMBER = "AMBER"
    GREEN = "GREEN"


class InferredFrom(StrEnum):
    """What decision weights come from where no decision part is recorded."""

    POWER = "POWER"
    LEVEL = "LEVEL"


class BlockerReason(StrEnum):
    """Why a person with a negative stance blocks."""

    SHARE = "SHARE"
    VETO = "VETO"
    SHARE_AND_VETO = "SHARE_AND_VETO"


@dataclass(frozen=True, slots=True)
class DecisionChainParams:
    """The opportunity to ask about, and the day."""

    opportunity: str
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Lean:
    """Where a decision leans, -1 against us to +1 for us: the value, give or take what is not known."""

    low: float
    value: float
    high: float


@dataclass(frozen=True, slots=True)
class StagePerson:
    """A person's part in a stage; `share` is the weight within the stage (they sum to 1)."""

    person: str
    part: str
    veto: bool
    share: float
    stance: str
    access_strength: float


@dataclass(frozen=True, slots=True)
class ChainStage:
    """One stage of the decision; without anybody in it there is no lean."""

    stage: str
    weight: float
    status: StageStatus
    people: tuple[StagePerson, ...]
    lean: Lean | None


@dataclass(frozen=True, slots=True)
class Share:
    """A person's share of the whole decision, and what it would gain us if they became a supporter."""

    person: str
    share: float
    stance: str
    access_strength: float
    is_within_reach: bool
    gain: float


@dataclass(frozen=True, slots=True)
class Blocker:
    """A person against us who holds a MODERATE share or more, or a veto."""

    person: str
    reason: BlockerReason
    share: float
    stance: str


@dataclass(frozen=True, slots=True)
class Mover:
    """A person within reach whose support would move the decision; largest gain × access strength first."""

    person: str
    gain: float
    access_strength: float


@dataclass(frozen=True, slots=True)
class DecisionChain:
    """The answer. Without conflicts, the shares and `unassigned` sum to 1."""

    opportunity: str
    company: str
    account: str
    as_of: date
    revision: int
    unassigned: float
    inferred: bool
    inferred_from: InferredFrom | None
    lean: Lean
    weakest_stage: ChainStage | None
    stages: tuple[ChainStage, ...]
    shares: tuple[Share, ...]
    blockers: tuple[Blocker, ...]
    movers: tuple[Mover, ...]
    completeness: float
    policy: tuple[Figure, ...]
