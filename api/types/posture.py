"""The posture of an account by day: views of `graph.posture`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import strawberry

from api.types.described import described
from api.types.money import AMOUNTS_MEANING, CURRENCY_MEANING, RATES_ON_MEANING, Amount
from api.types.policy_version import POLICY_VERSION
from api.types.portfolio import (
    BUS_FACTOR,
    CAUSE_COUNT,
    CAUSE_SEVERITY_COUNTS,
    HOLDERS,
    LARGEST_SHARE,
    SEVERITY_COUNTS,
    VALUE_ON_ONE_PERSON,
    IndexValues,
    SeverityCount,
)
from graph.model.words import SEVERITY_ORDER, Severity
from graph.posture import Posture


@strawberry.type(description="Where an account stood on a day, as it was computed then.")
class PostureDay:
    """View of `graph.posture.Posture`."""

    severity: Severity | None = strawberry.field(description="The highest one of its findings; null without any.")
    share: float | None = strawberry.field(description=LARGEST_SHARE)
    value_at_risk: float | None = strawberry.field(description=VALUE_ON_ONE_PERSON)
    currency: str | None = strawberry.field(description=CURRENCY_MEANING)
    amounts: list[Amount] = strawberry.field(description=AMOUNTS_MEANING)
    effective_holders: float | None = strawberry.field(description=HOLDERS)
    bus_factor: int | None = strawberry.field(description=BUS_FACTOR)
    revision: int = strawberry.field(description="Revision of the account that it was computed from.")
    policy_version: int = strawberry.field(description=POLICY_VERSION)
    computed_at: str = strawberry.field(description="When it was computed, as ISO 8601 in UTC.")

    @described("The day.")
    def on(self, root: strawberry.Parent[Posture]) -> date:
        """The standard's."""
        return date.fromisoformat(root.standard.day)

    @described(RATES_ON_MEANING)
    def rates_on(self, root: strawberry.Parent[Posture]) -> date | None:
        """That of the value at risk."""
        return None if root.rates_on is None else date.fromisoformat(root.rates_on)

    @described("How many findings it had.")
    def findings(self, root: strawberry.Parent[Posture]) -> int:
        """All severities."""
        return sum(root.severity_counts.values())

    @described(SEVERITY_COUNTS)
    def severity_counts(self, root: strawberry.Parent[Posture]) -> list[SeverityCount]:
        """As rows."""
        return _rows(root.severity_counts)

    @described(CAUSE_COUNT)
    def causes(self, root: strawberry.Parent[Posture]) -> int | None:
        """All severities."""
        return None if root.cause_counts is None else sum(root.cause_counts.values())

    @described(CAUSE_SEVERITY_COUNTS)
    def cause_severity_counts(self, root: strawberry.Parent[Posture]) -> list[SeverityCount]:
        """As rows."""
        return _rows(root.cause_counts or {})

    @described("Its relationship index.")
    def index(self, root: strawberry.Parent[Posture]) -> IndexValues:
        """By layer."""
        return IndexValues(
            key=root.key_index, general=root.general_index, organizational=root.organizational_index
        )


def _rows(counts: Mapping[str, int]) -> list[SeverityCount]:
    ordered = sorted(counts.items(), key=lambda one: -SEVERITY_ORDER[one[0]])
    return [SeverityCount(severity=Severity(name), count=count) for name, count in ordered if count]
