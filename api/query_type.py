"""The Query type: lookups by key, and one field for each question.

Answers are shown through types that are views of them; hence the casts.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, cast

import strawberry

from api.context import Context
from api.resolvers import lookups
from api.resolvers.access_paths import access_paths
from api.resolvers.coverage_gaps import coverage_gaps
from api.resolvers.decision_chain import decision_chain
from api.resolvers.power_map import power_map
from api.resolvers.single_points_of_failure import single_points_of_failure
from api.types.access_paths import AccessPath
from api.types.coverage_gaps import CoverageGaps
from api.types.decision_chain import DecisionChain
from api.types.described import described
from api.types.lookups import CompanyConnection, CompanyFilter, Policy, SearchHit
from api.types.nodes import Company, Opportunity, Person
from api.types.power_map import PowerMap
from api.types.single_points_of_failure import SinglePointConnection, SinglePointFilter
from graph.records import COMPANIES, OPPORTUNITIES, PEOPLE
from graph.vocabulary import Grade
from queries.access_paths import ACCESS_PATHS
from queries.coverage_gaps import COVERAGE_GAPS
from queries.decision_chain import DECISION_CHAIN
from queries.power_map import POWER_MAP
from queries.single_points_of_failure import SINGLE_POINTS_OF_FAILURE

Info = strawberry.Info[Context, None]
_AS_OF = strawberry.argument(description="The day that is asked about; today when left out.")
_KEY = strawberry.argument(description="The key.")
_AFTER = strawberry.argument(description="Cursor of the edge to go on behind.")
AsOf = Annotated[date | None, _AS_OF]


@strawberry.type(description="What can be asked.")
class Query:
    """The root of all queries."""

    @described("The company of that key; null when there is none.")
    async def company(self, info: Info, key: Annotated[strawberry.ID, _KEY]) -> Company | None:
        """Lookup."""
        return cast(Company | None, await lookups.node_by_key(info.context, COMPANIES, key))

    @described("Companies by name, in pages.")
    async def companies(
        self,
        info: Info,
        filter: Annotated[CompanyFilter | None, strawberry.argument(description="Which companies.")] = None,
        first: Annotated[int, strawberry.argument(description="How many, 1 to 100.")] = 50,
        after: Annotated[str | None, _AFTER] = None,
    ) -> CompanyConnection:
        """Lookup."""
        return await lookups.companies(info.context, filter, first, after)

    @described("The person of that key; null when there is none.")
    async def person(self, info: Info, key: Annotated[strawberry.ID, _KEY]) -> Person | None:
        """Lookup."""
        return cast(Person | None, await lookups.node_by_key(info.context, PEOPLE, key))

    @described("The opportunity of that key; null when there is none.")
    async def opportunity(self, info: Info, key: Annotated[strawberry.ID, _KEY]) -> Opportunity | None:
        """Lookup."""
        return cast(Opportunity | None, await lookups.node_by_key(info.context, OPPORTUNITIES, key))

    @described(
        "Companies, departments, people and opportunities whose name, key, title or e-mail holds the "
        "text, in any case; nearest first."
    )
    async def search(
        self,
        info: Info,
        text: Annotated[str, strawberry.argument(description="The text to look for.")],
        first: Annotated[int, strawberry.argument(description="How many at most, 1 to 100.")] = 20,
    ) -> list[SearchHit]:
        """Lookup."""
        return cast(list[SearchHit], await lookups.search(info.context, text, first))

    @described("The numbers that the analyses compare with, and where each comes from.")
    def policy(
        self,
        info: Info,
        grade: Annotated[
            Grade | None, strawberry.argument(description="Customer grade; the default policy when left out.")
        ] = None,
    ) -> Policy:
        """Lookup."""
        return lookups.policy(info.context, grade)

    @described(POWER_MAP.sentence)
    async def power_map(
        self,
        info: Info,
        company: Annotated[
            strawberry.ID | None,
            strawberry.argument(description="Key of the company; may be left out with an opportunity."),
        ] = None,
        opportunity: Annotated[
            strawberry.ID | None,
            strawberry.argument(
                description="Key of the opportunity whose decision is shown; else over all open ones."
            ),
        ] = None,
        as_of: AsOf = None,
    ) -> PowerMap:
        """Question."""
        return cast(PowerMap, await power_map(info.context, company, opportunity, as_of))

    @described(DECISION_CHAIN.sentence)
    async def decision_chain(
        self,
        info: Info,
        opportunity: Annotated[strawberry.ID, strawberry.argument(description="Key of the opportunity.")],
        as_of: AsOf = None,
    ) -> DecisionChain:
        """Question."""
        return cast(DecisionChain, await decision_chain(info.context, opportunity, as_of))

    @described(f"{ACCESS_PATHS.sentence} One path for each employee, strongest first.")
    async def access_paths(
        self,
        info: Info,
        to: Annotated[strawberry.ID, strawberry.argument(description="Key of the person to reach.")],
        from_: Annotated[
            strawberry.ID | None,
            strawberry.argument(name="from", description="Key of one employee to start from; any when left out."),
        ] = None,
        first: Annotated[
            int | None, strawberry.argument(description="How many at most, 1 to 100; all when left out.")
        ] = None,
        as_of: AsOf = None,
    ) -> list[AccessPath]:
        """Question."""
        return cast(list[AccessPath], await access_paths(info.context, to, from_, first, as_of))

    @described(f"{SINGLE_POINTS_OF_FAILURE.sentence} Most money at risk first, then exposure, in pages.")
    async def single_points_of_failure(
        self,
        info: Info,
        filter: Annotated[SinglePointFilter | None, strawberry.argument(description="Which findings.")] = None,
        first: Annotated[int, strawberry.argument(description="How many, 1 to 500.")] = 50,
        after: Annotated[str | None, _AFTER] = None,
        as_of: AsOf = None,
    ) -> SinglePointConnection:
        """Question."""
        return await single_points_of_failure(info.context, filter, first, after, as_of)

    @described(COVERAGE_GAPS.sentence)
    async def coverage_gaps(
        self,
        info: Info,
        company: Annotated[strawberry.ID, strawberry.argument(description="Key of the company.")],
        as_of: AsOf = None,
    ) -> CoverageGaps:
        """Question."""
        return cast(CoverageGaps, await coverage_gaps(info.context, company, as_of))
