"""Answers whose types are written by hand."""

from __future__ import annotations

from typing import Any

from api.types.coverage_gaps import CoverageFinding
from api.types.evidence import Evidence, EvidenceEdge, Figure, Subject
from api.types.money import Amount
from api.types.single_points_of_failure import SinglePoint, SinglePointConnection, SinglePointEdge
from queries import coverage_findings, evidence, money, single_points_of_failure, subject

WRITTEN_BY_HAND: dict[type[Any], type[Any]] = {
    money.Amount: Amount,
    subject.Subject: Subject,
    evidence.Figure: Figure,
    evidence.Evidence: Evidence,
    evidence.EvidenceEdge: EvidenceEdge,
    coverage_findings.CoverageFinding: CoverageFinding,
    single_points_of_failure.SinglePoint: SinglePoint,
    single_points_of_failure.SinglePointEdge: SinglePointEdge,
    single_points_of_failure.SinglePointPage: SinglePointConnection,
}
