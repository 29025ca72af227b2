"""Answers whose types are written by hand."""

from __future__ import annotations

from typing import Any

from api.types.coverage_gaps import CoverageFinding
from api.types.edges import Rate
from api.types.evidence import Evidence, EvidenceEdge, Figure, Subject
from api.types.lookups import SearchHit
from api.types.money import Amount
from api.types.paging import PageInfo
from api.types.single_points_of_failure import SinglePointConnection, SinglePointEdge
from graph.model import exchange_rates
from graph.store import Hit
from queries import money, page_cursor, single_points_of_failure
from queries.findings import evidence, finding, subject

WRITTEN_BY_HAND: dict[type[Any], type[Any]] = {
    money.Amount: Amount,
    page_cursor.PageInfo: PageInfo,
    Hit: SearchHit,
    exchange_rates.Rate: Rate,
    subject.Subject: Subject,
    evidence.Figure: Figure,
    evidence.Evidence: Evidence,
    evidence.EvidenceEdge: EvidenceEdge,
    finding.Finding: CoverageFinding,
    single_points_of_failure.SinglePointEdge: SinglePointEdge,
    single_points_of_failure.SinglePointPage: SinglePointConnection,
}
