"""The enumerations of the schema: the words of `graph.model` and of the answers, with what they mean."""

from __future__ import annotations

import strawberry
from strawberry.types.enum import has_enum_definition

from graph.model import words
from graph.model.word import Words
from graph.posture import FindingOrder, PortfolioOrder
from queries.algorithms.assignment import AssignmentSolver
from queries.algorithms.decision_weights import InferredFrom
from queries.changes import ChangeKind
from queries.decision_chain import BlockerReason
from queries.exposure import ExposureOrder
from queries.findings.catalogue import CoverageFindingKind, FindingKind, SinglePointKind
from queries.findings.causes import FindingGrouping
from queries.findings.subject import SubjectKind
from queries.grading import GradingMatrix, GradingQuadrant
from queries.handovers import HandoverStatus
from queries.organization_matching import PairKind
from queries.stages import StageStatus
from queries.succession_ranking import SuccessionRelation
from queries.successors import UnassignedReason
from queries.work_items import WorkAction, WorkState

ENUMERATIONS: tuple[type[Words], ...] = (
    words.NodeKind,
    words.EdgeKind,
    words.Side,
    words.Grade,
    words.SupplierPosition,
    words.Line,
    words.OrgLevel,
    words.EmploymentStatus,
    words.Tag,
    words.OpportunityStatus,
    words.ReportingKind,
    words.Certainty,
    words.Purpose,
    words.Stage,
    words.Part,
    words.Power,
    words.Stance,
    words.InteractionKind,
    words.AgreementKind,
    words.Severity,
    StageStatus,
    InferredFrom,
    BlockerReason,
    SinglePointKind,
    CoverageFindingKind,
    FindingKind,
    HandoverStatus,
    UnassignedReason,
    AssignmentSolver,
    SuccessionRelation,
    PairKind,
    ChangeKind,
    PortfolioOrder,
    FindingOrder,
    FindingGrouping,
    ExposureOrder,
    WorkState,
    WorkAction,
    GradingMatrix,
    GradingQuadrant,
    SubjectKind,
)
"""Every one that a field or argument has."""


def show_words(enumeration: type[Words]) -> None:
    """Makes a GraphQL enumeration of it. Names are the values: the text that stores and files carry."""
    meanings = {word.value: word.meaning for word in enumeration}
    summary = (enumeration.__doc__ or "").strip().split("\n")[0]
    strawberry.enum(enumeration, description=summary, graphql_name_from="value")
    if has_enum_definition(enumeration):
        for member in enumeration.__strawberry_definition__.values:
            member.description = meanings[member.name]


for _enumeration in ENUMERATIONS:
    show_words(_enumeration)
