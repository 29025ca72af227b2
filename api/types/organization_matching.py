"""Organization matching 分层对接 分类对接: views of `queries.organization_matching`."""

from __future__ import annotations

from datetime import date

import strawberry

from api.types.coverage_gaps import CoverageFinding
from api.types.node_refs import AgreementRef, CompanyRef, InteractionRef, PersonRef
from api.types.policy_version import POLICY_VERSION
from api.types.record_fields import edge_end, edge_ends
from graph.model.words import Line, OrgLevel
from graph.records import AGREEMENTS, COMPANIES, INTERACTIONS, PEOPLE
from queries.organization_matching import PairKind


@strawberry.type(description="Their people of a level, and who of them is met at eye level.")
class LevelMatch:
    """View of `queries.organization_matching.LevelMatch`."""

    level: OrgLevel = strawberry.field(description="The org level.")
    theirs: int = strawberry.field(description="Their people of it.")
    matched: int = strawberry.field(
        description="Those with a live tie from one of ours of the same level, or above as the policy allows."
    )


@strawberry.type(description="Their people of a line, and whether ours of the same line know any of them.")
class LineMatch:
    """View of `queries.organization_matching.LineMatch`."""

    line: Line = strawberry.field(description="The line.")
    theirs: int = strawberry.field(description="Their people of it.")
    ours: int = strawberry.field(description="Our employees of it.")
    matched: bool = strawberry.field(description="Whether one of ours of the line has a live tie into theirs.")


@strawberry.type(description="People of one level and line on both sides.")
class MatchCell:
    """View of `queries.organization_matching.MatchCell`."""

    level: OrgLevel = strawberry.field(description="The org level.")
    line: Line = strawberry.field(description="The line.")
    theirs: int = strawberry.field(description="Their people.")
    ours: int = strawberry.field(description="Our employees.")
    matched: int = strawberry.field(description="Those of theirs who are matched in level and line.")


@strawberry.type(description="A live tie, and how its levels meet.")
class MatchedPair:
    """View of `queries.organization_matching.MatchedPair`."""

    contact: PersonRef = edge_end("contact", PEOPLE, "The contact.")
    employee: PersonRef = edge_end("employee", PEOPLE, "Our employee.")
    kind: PairKind = strawberry.field(description="How the levels meet.")


@strawberry.type(description="Whether levels meet levels, and functions functions.")
class OrganizationMatching:
    """View of `queries.organization_matching.OrganizationMatching`."""

    company: CompanyRef = edge_end("company", COMPANIES, "The company that is shown.")
    account: CompanyRef = edge_end("account", COMPANIES, "The company at the top of its group.")
    as_of: date = strawberry.field(description="The day that is shown.")
    revision: int = strawberry.field(description="Revision of the account; it grows with every change.")
    policy_version: int = strawberry.field(description=POLICY_VERSION)
    levels: list[LevelMatch] = strawberry.field(description="By org level.")
    lines: list[LineMatch] = strawberry.field(description="By line.")
    cells: list[MatchCell] = strawberry.field(description="By level and line.")
    pairs: list[MatchedPair] = strawberry.field(description="Every live tie.")
    findings: list[CoverageFinding] = strawberry.field(description="What does not meet, most severe first.")
    agreements: list[AgreementRef] = edge_ends("agreements", AGREEMENTS, "Agreements that hold on the day.")
    joint_events: list[InteractionRef] = edge_ends(
        "joint_events", INTERACTIONS, "Joint events in the policy's days up to the day."
    )
