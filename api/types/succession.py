"""Succession: views of `queries.succession` and `queries.succession_ranking`."""

from __future__ import annotations

from datetime import date

import strawberry

from api.types.node_refs import CompanyRef, PersonRef
from api.types.policy_version import POLICY_VERSION
from api.types.record_fields import edge_end
from api.types.terms import Term
from graph.records import COMPANIES, PEOPLE
from queries.succession_ranking import SuccessionRelation


@strawberry.type(description="A tie of one of our people to a candidate.")
class CandidateTie:
    """View of `queries.succession_ranking.CandidateTie`."""

    employee: PersonRef = edge_end("employee", PEOPLE, "Our employee.")
    strength: float = strawberry.field(description="Strength of the tie on the day, 0 to 1.")
    is_live: bool = strawberry.field(name="live", description="Whether the tie is live.")


@strawberry.type(description="Somebody who may follow one of their people in office.")
class SuccessionCandidate:
    """View of `queries.succession_ranking.SuccessionCandidate`."""

    person: PersonRef = edge_end("person", PEOPLE, "Who.")
    kind: SuccessionRelation = strawberry.field(description="How the candidate stands to the person.")
    score: float = strawberry.field(description="How likely it is, 0 to 1: the sum of value × weight.")
    terms: list[Term] = strawberry.field(description="The terms of the score.")
    ties: list[CandidateTie] = strawberry.field(description="Our ties to the candidate, strongest first.")


@strawberry.type(description="Who would follow one of their people in office, and whether we know them.")
class Succession:
    """View of `queries.succession.Succession`."""

    person: PersonRef = edge_end("person", PEOPLE, "Who is followed.")
    company: CompanyRef = edge_end("company", COMPANIES, "The person's company.")
    account: CompanyRef = edge_end("account", COMPANIES, "The company at the top of its group.")
    as_of: date = strawberry.field(description="The day that is shown.")
    revision: int = strawberry.field(description="Revision of the account; it grows with every change.")
    policy_version: int = strawberry.field(description=POLICY_VERSION)
    candidates: list[SuccessionCandidate] = strawberry.field(description="Who may follow, likeliest first.")
    exposed: bool = strawberry.field(
        description="Whether we have a live tie to none of the first three candidates."
    )
