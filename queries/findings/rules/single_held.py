"""Contacts whom one of ours alone holds."""

from __future__ import annotations

from collections.abc import Iterator

from graph.messages.message import Share
from graph.model.words import EdgeKind, NodeKind
from queries.findings.evidence import Evidence, EvidenceEdge, figures
from queries.findings.finding import Finding, finding_id
from queries.findings.holding import compared_for_holders, held_by_one
from queries.findings.kind import Kind
from queries.findings.shown_company import ShownCompany, severity_bands
from queries.findings.subject import Subject
from queries.money import money_of_shares

SINGLE_HELD = Kind(
    "SINGLE_HELD",
    "Single held",
    "单线联系",
    "A contact whom one employee alone has a live tie with.",
)


def single_held(shown: ShownCompany) -> Iterator[Finding]:
    """SINGLE_HELD: a contact whom exactly one of ours holds."""
    view = shown.view
    for contact, member in shown.people.items():
        holders = view.holders(contact)
        if len(holders) != 1:
            continue
        (employee,), ties = holders, view.live_ties[contact]
        strength = max(held.strength for held in ties if held.tie.employee == employee)
        shares = view.shares_of([contact])
        exposure = max(shares)
        yield Finding(
            id=finding_id(SINGLE_HELD.name, view.graph.account, employee, contact),
            kind=SINGLE_HELD.name,
            severity=view.policy.severity(exposure),
            said=held_by_one(view, contact, share=Share(exposure)),
            subject=Subject(NodeKind.PERSON, contact, member.name),
            account=view.graph.account,
            company=shown.company_of(contact),
            is_account_wide=shown.is_account_wide,
            employee=employee,
            targets=(contact,),
            share=exposure,
            money=money_of_shares(view, shares),
            evidence=Evidence(
                people=(employee, contact, *(key for key in view.who_know(contact) if key != employee)),
                edges=tuple(
                    EvidenceEdge(EdgeKind.TIE, held.tie.employee, contact, held.strength) for held in ties
                ),
                figures=figures({"live_ties": len(ties), "tie_strength": strength, "exposure": exposure}),
                policy=figures(
                    {
                        "live_tie_strength": view.policy.live_tie_strength,
                        **compared_for_holders(view, contact),
                        **severity_bands(view.policy),
                    }
                ),
            ),
            held_until=view.held_until(contact),
        )
