"""Grading 客户分级: views of `queries.grading`."""

from __future__ import annotations

from datetime import date

import strawberry

from api.types.node_refs import CompanyRef
from api.types.policy_version import POLICY_VERSION
from api.types.record_fields import edge_end
from api.types.terms import Term
from graph.model.words import Grade
from graph.records import COMPANIES
from queries.grading import GradingMatrix, GradingQuadrant


@strawberry.type(description="A customer's place in a matrix of two figures, halved at the portfolio's medians.")
class Quadrant:
    """View of `queries.grading.Quadrant`."""

    name: GradingMatrix = strawberry.field(description="The matrix.")
    quadrant: GradingQuadrant | None = strawberry.field(
        description="The place; null when one of the figures is not known."
    )
    x_is_high: bool | None = strawberry.field(description="Whether the first figure is in the upper half.")
    y_is_high: bool | None = strawberry.field(description="Whether the second figure is in the upper half.")


@strawberry.type(description="The grade that a customer would have by its figures, beside the entered one.")
class Grading:
    """View of `queries.grading.Grading`."""

    company: CompanyRef = edge_end("company", COMPANIES, "The company that was asked about.")
    account: CompanyRef = edge_end("account", COMPANIES, "The company at the top of its group.")
    as_of: date = strawberry.field(description="The day that is shown.")
    revision: int = strawberry.field(description="Revision of the account; it grows with every change.")
    policy_version: int = strawberry.field(description=POLICY_VERSION)
    entered: Grade | None = strawberry.field(description="The grade that is recorded. It stays.")
    computed: Grade | None = strawberry.field(description="The grade by the score; null when nothing is known.")
    score: float | None = strawberry.field(description="From 1 to 5: the mean of the known terms by weight.")
    completeness: float = strawberry.field(description="Known part of what went in, 0 to 1.")
    terms: list[Term] = strawberry.field(description="The terms of the score, 1 to 5 each.")
    matrices: list[Quadrant] = strawberry.field(description="Influence × volume, and present × potential value.")
