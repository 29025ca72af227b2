"""Succession: who would follow one of their people in office, and do we know them?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from graph.errors import QuestionRejected
from graph.messages.language import Language
from graph.messages.message import told
from graph.messages.told import Told
from graph.model.masks import Mask
from graph.model.people import PEOPLE
from graph.model.shown import node, said
from graph.model.words import NodeKind
from queries.account_view import AccountView
from queries.findings.naming import called
from queries.heading import Account, DayShown, PolicyVersion, Revision
from queries.question import Params, Question, Scope
from queries.succession_ranking import SuccessionCandidate, is_exposed, succession_candidates


@dataclass(frozen=True, slots=True, kw_only=True)
class SuccessionParams(Params):
    """The contact to ask about."""

    person: Annotated[str, node(NodeKind.PERSON, Told("Key of the contact.", "联系人的编号。"))]


@dataclass(frozen=True, slots=True)
class Succession:
    """Who would follow one of their people in office, and whether we know them."""

    person: Annotated[str, node(NodeKind.PERSON, "Who is followed.")]
    company: Annotated[str, node(NodeKind.COMPANY, "The person's company.")]
    account: Account
    as_of: DayShown
    revision: Revision
    policy_version: PolicyVersion
    candidates: Annotated[tuple[SuccessionCandidate, ...], said("Who may follow, likeliest first.")]
    exposed: Annotated[
        bool,
        said("Whether we have a live tie to none of the first three candidates.", mask=Mask.JUDGEMENT),
    ]


@dataclass(frozen=True, slots=True)
class SuccessionInAccount:
    """The answer of an account that the person is a contact of, as a member or an outsider."""

    is_outsider: bool
    answer: Succession


def succession_in_account(view: AccountView, params: SuccessionParams) -> SuccessionInAccount | None:
    """The candidates within one account; None when the person is no contact of it on the day.

    QuestionRejected when the person is one of our employees.
    """
    graph = view.graph
    if params.person in graph.our_people:
        name = called(view, params.person)
        english, chinese = told(name, Language.EN), told(name, Language.ZH)
        raise QuestionRejected(
            Told(
                f"{english} is one of our employees: departureImpact tells who could take over",
                f"{chinese} 是我方员工：departureImpact 会说明谁可以接手",
            )
        )
    member = graph.contacts.get(params.person)
    if member is None:
        return None
    candidates = succession_candidates(view, params.person)
    found = Succession(
        person=params.person,
        company=member.company or graph.account,
        account=graph.account,
        as_of=graph.as_of,
        revision=graph.revision,
        policy_version=params.policy_version,
        candidates=candidates,
        exposed=is_exposed(candidates),
    )
    return SuccessionInAccount(member.is_outsider, found)


def answer(parts: Sequence[SuccessionInAccount | None], params: SuccessionParams) -> Succession:
    """The answer of the account that the person works in; for an outsider of several the first by key.

    QuestionRejected when the person is no present contact of any account on the day.
    """
    found = [part for part in parts if part is not None]
    if not found:
        raise QuestionRejected(
            Told(
                f"person {params.person!r} is no present contact of a customer on that day: ask as of a day "
                "on which they are (departureImpact is about our own people)",
                f"人员 {params.person!r} 在当日不是客户的在职联系人："
                "请以其在职的日期提问（我方人员请用 departureImpact）",
            )
        )
    return min(found, key=lambda part: part.is_outsider).answer


SUCCESSION: Question[SuccessionParams, SuccessionInAccount | None, Succession] = Question(
    name="succession",
    sentence=Told(
        "Who would follow one of their people in office, and do we know them?",
        "对方某人的职位由谁接任，我方是否认识？",
    ),
    params=SuccessionParams,
    answer=Succession,
    scope=lambda params: Scope(PEOPLE, params.person),
    part=succession_in_account,
    combine=answer,
)
