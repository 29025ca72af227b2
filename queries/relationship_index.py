"""Relationship index 三层客户关系: how healthy are the key, general and organizational relationships?"""

from __future__ import annotations

from calendar import isleap
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from graph.errors import NotInGraph
from graph.messages.told import Told
from graph.model.companies import COMPANIES
from graph.model.masks import Mask
from graph.model.shown import said
from queries.account_view import AccountView
from queries.heading import Account, CompanyKey, CompanyShown, DayShown, PolicyVersion, Revision
from queries.layers import Layer, general_layer, key_layer, organizational_layer
from queries.question import Params, Question, Scope, single
from queries.terms import Term


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationshipIndexParams(Params):
    """The company, any of an account."""

    company: CompanyKey


@dataclass(frozen=True, slots=True)
class Trend:
    """The same index a year before."""

    on: Annotated[date, said("The day.")]
    value: Annotated[
        float | None,
        said("Its value then, by today's policy; null: nothing known.", mask=Mask.JUDGEMENT),
    ]


@dataclass(frozen=True, slots=True)
class LayerIndex:
    """The health of one layer of relationship.

    What each term is, and what counts into `completeness`: `queries.layers`.
    """

    value: Annotated[float | None, said("From 0 to 100; null when it has no term.", mask=Mask.JUDGEMENT)]
    completeness: Annotated[float, said("Known part of what went in, 0 to 1.", mask=Mask.JUDGEMENT)]
    terms: Annotated[tuple[Term, ...], said("Its terms, 0 to 1 each.", mask=Mask.JUDGEMENT)]
    trend: Annotated[Trend, said("The same a year before.", mask=Mask.JUDGEMENT)]


@dataclass(frozen=True, slots=True)
class RelationshipIndex:
    """How healthy the three layers of relationship are."""

    company: CompanyShown
    account: Account
    as_of: DayShown
    revision: Revision
    policy_version: PolicyVersion
    key: Annotated[LayerIndex, said("关键客户关系: the individuals in the decision chain.", mask=Mask.JUDGEMENT)]
    general: Annotated[LayerIndex, said("普遍客户关系: everyone else we work with.", mask=Mask.JUDGEMENT)]
    organizational: Annotated[LayerIndex, said("组织客户关系: company to company.", mask=Mask.JUDGEMENT)]


def layer_values(view: AccountView, company: str) -> tuple[float | None, float | None, float | None]:
    """The key, general and organizational index of the company on the view's day, 0 to 100, or None."""
    key, general, organizational = _layers(view, company)
    return key.value, general.value, organizational.value


def answer(view: AccountView, params: RelationshipIndexParams) -> RelationshipIndex:
    """The layers of the company with its own subsidiaries, beside those of the same day a year before.

    NotInGraph when the company is not of this account. Cost: the account's decisions and access, twice.
    """
    graph = view.graph
    if params.company not in graph.companies:
        raise NotInGraph("Company", params.company)
    before = _a_year_before(graph.as_of)
    key, general, organizational = (
        LayerIndex(layer.value, layer.completeness, layer.terms, Trend(before, value))
        for layer, value in zip(
            _layers(view, params.company), layer_values(view.on(before), params.company), strict=True
        )
    )
    return RelationshipIndex(
        company=params.company,
        account=graph.account,
        as_of=graph.as_of,
        revision=graph.revision,
        policy_version=params.policy_version,
        key=key,
        general=general,
        organizational=organizational,
    )


def _layers(view: AccountView, company: str) -> tuple[Layer, Layer, Layer]:
    people = view.graph.contacts_of(company)
    return (
        key_layer(view, company),
        general_layer(view, company, people),
        organizational_layer(view, company, people),
    )


def _a_year_before(day: date) -> date:
    """The same day of the year before; for a 29 February the 28th."""
    is_lost = (day.month, day.day) == (2, 29) and not isleap(day.year - 1)
    return day.replace(year=day.year - 1, day=28 if is_lost else day.day)


RELATIONSHIP_INDEX: Question[RelationshipIndexParams, RelationshipIndex, RelationshipIndex] = Question(
    name="relationship_index",
    sentence=Told(
        "How healthy are the key, general and organizational relationships, and which way are they going?",
        "关键、普遍与组织客户关系是否健康，走势如何？",
    ),
    params=RelationshipIndexParams,
    answer=RelationshipIndex,
    scope=lambda params: Scope(COMPANIES, params.company),
    part=answer,
    combine=single,
)
