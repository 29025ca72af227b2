"""The node types by name, for modules that `api.types.nodes` itself imports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias

import strawberry

if TYPE_CHECKING:
    from api.types.nodes import Agreement, Company, Department, Interaction, Opportunity, Person

CompanyRef: TypeAlias = Annotated["Company", strawberry.lazy("api.types.nodes")]
DepartmentRef: TypeAlias = Annotated["Department", strawberry.lazy("api.types.nodes")]
PersonRef: TypeAlias = Annotated["Person", strawberry.lazy("api.types.nodes")]
OpportunityRef: TypeAlias = Annotated["Opportunity", strawberry.lazy("api.types.nodes")]
InteractionRef: TypeAlias = Annotated["Interaction", strawberry.lazy("api.types.nodes")]
AgreementRef: TypeAlias = Annotated["Agreement", strawberry.lazy("api.types.nodes")]
