"""All that was found about an account, by every rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter

from queries.account_view import AccountView
from queries.findings.catalogue import COVERAGE_RULES, SINGLE_POINT_RULES, found_by
from queries.findings.finding import Finding
from queries.findings.shown_company import ShownCompany


def account_findings(view: AccountView) -> Sequence[Finding]:
    """Every finding of the account in the order of all findings; each id once.

    Those of the account's own company, and of its other companies (by key) what no company before showed: of
    single points of failure that is nothing, they are the account's.
    """
    graph = view.graph
    found = {finding.id: finding for finding in company_findings(view, graph.account)}
    for company in graph.companies:
        if company != graph.account:
            for finding in found_by(COVERAGE_RULES, ShownCompany(view, company)):
                found.setdefault(finding.id, finding)
    return sorted(found.values(), key=attrgetter("place"))


def company_findings(view: AccountView, company: str) -> Iterator[Finding]:
    """Every finding that the questions about one company of the account show."""
    return found_by((*SINGLE_POINT_RULES, *COVERAGE_RULES), ShownCompany(view, company))
