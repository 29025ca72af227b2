"""People through whom alone others are reached."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.messages.message import Message, Share
from graph.model.words import NodeKind
from queries.account_view import AccountView
from queries.algorithms.influence_arcs import ARC_KINDS
from queries.findings.evidence import Evidence, EvidenceEdge, figures
from queries.findings.finding import Finding, finding_id
from queries.findings.kind import Kind
from queries.findings.naming import Name, called
from queries.findings.shown_company import ShownCompany, severity_bands
from queries.findings.subject import Subject
from queries.money import money_at_risk

CHOKE_POINT = Kind("CHOKE_POINT", "Choke point", "必经之人", "A person without whom others fall out of reach.")


@dataclass(frozen=True, kw_only=True)
class OnlyWay(
    Message,
    key="choke-point",
    english="""Without { $point } we no longer reach { $lost ->
            [one] 1 person
           *[other] { $lost } people
        }{ $of_company ->
            [none] {""}
           *[other] {" "}({ $of_company } of this company)
        }, with { $share } of the decision{ $opportunity ->
            [none] {""}
           *[other] {" "}on { $opportunity }
        }.
        .action = Build a way around { $point } to { $first }{ $others ->
            [0] {""}
           *[other] {" "}and the others
        }.""",
    chinese="""没有{ $point }，我方将接触不到 { $lost } 人{ $of_company ->
            [none] {""}
           *[other] （其中本公司 { $of_company } 人）
        }，涉及{ $opportunity ->
            [none] {""}
           *[other] { $opportunity }
        }决策份额的 { $share }。
        .action = 建立绕开{ $point }、通往{ $first }{ $others ->
            [0] {""}
           *[other] 等人
        }的途径。""",
):
    """A person without whom `lost` others fall out of reach, `first` the most exposed of them.

    `of_company` is how many of them are of the company that is shown, where that is not all; `others` how many of
    these there are beside the first. `opportunity` is the name of the one that the share is of.
    """

    point: Name
    lost: int
    of_company: int | None
    share: Share
    opportunity: str | None
    first: Name
    others: int


def choke_points(shown: ShownCompany) -> Iterator[Finding]:
    """CHOKE_POINT: a person without whom at least one other of those shown falls out of reach."""
    view, graph = shown.view, shown.view.graph
    part = graph.subtree(shown.company.key)
    for point, lost in view.choke_points.items():
        targets = view.most_exposed_first(person for person in lost if person in shown.people)
        exposures = view.shares_of(view.lost_without(point))
        for decision, exposure in zip(view.open_decisions, exposures, strict=True):
            deal = graph.opportunities[decision.opportunity] if decision.opportunity else None
            if not targets or (deal is not None and deal.company not in part):
                continue
            yield Finding(
                id=finding_id(CHOKE_POINT.name, graph.account, point, deal.key if deal else None),
                kind=CHOKE_POINT.name,
                severity=view.policy.severity(exposure),
                said=OnlyWay(
                    point=called(view, point),
                    lost=len(lost),
                    of_company=None if len(targets) == len(lost) else len(targets),
                    share=Share(exposure),
                    opportunity=deal.name if deal else None,
                    first=called(view, targets[0]),
                    others=len(targets) - 1,
                ),
                subject=Subject(NodeKind.PERSON, point, graph.everyone[point].name),
                account=graph.account,
                company=deal.company if deal else graph.account,
                is_account_wide=shown.is_account_wide,
                employee=point if point in graph.employees else None,
                opportunity=deal.key if deal else None,
                targets=targets,
                share=exposure,
                money=money_at_risk([(exposure, deal)] if deal else [], view.conversion),
                evidence=_evidence(view, point, lost, exposure),
            )


def _evidence(view: AccountView, point: str, lost: Sequence[str], exposure: float) -> Evidence:
    """The point, everyone lost, and the arcs of the strongest paths by which the point leads to them."""
    access, tree = view.access, view.access_tree
    edges = []
    for person in lost:
        row = tree.arc_rows[access.number[person]]
        source, kind = access.keys[access.arcs.sources[row]], ARC_KINDS[access.arcs.kinds[row]]
        edges.append(EvidenceEdge(kind, source, person, float(access.arcs.weights[row])))
    return Evidence(
        people=(point, *lost),
        edges=tuple(edges),
        figures=figures({"people_out_of_reach": len(lost), "exposure": exposure}),
        policy=figures({"reach_floor": view.policy.reach_floor, **severity_bands(view.policy)}),
    )
