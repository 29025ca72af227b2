"""What changed: the difference of an account between two days.

Both days are seen by today's records and policy: what is told apart is what holds on each day. A question about
one company of the account shows the changes of its part. **Shown** on a day is whom a question about the company
shows then (for the account's own company the outsiders too).

- PERSON_JOINED, PERSON_LEFT: shown on the later day and not on the earlier one, and the other way round. Whoever
  moved to or from another company of the account has a place on both days all the same.
- PERSON_MOVED: shown on both days, with another company, department, title or level.
- The same of **our own people**, who count on a day when they are ours and present then: PERSON_LEFT is who had a
  tie that holds on the earlier day, and counts then and not on the later one; PERSON_JOINED the other way round;
  PERSON_MOVED who counts on both, with such a tie on either.
- TIE_OPENED, TIE_ENDED: a tie of one employee and a contact shown on either day that holds on the later day, not
  on the earlier one, and the other way round. A tie holds while it is valid and the contact is one of the account.
- TIE_GONE_COLD: it holds on both days, was live and is no longer.
- TIE_STRENGTHENED: it holds on both days, has not gone cold, and has a higher trust (an unknown one counts as the
  level that the policy says), or a later last contact and a higher strength.
- STANCE_TURNED: another stance of somebody shown on either day and a contact of the account on both, for each open
  opportunity of the company's part (on which the stance on the account holds where none was stated), and on the
  account itself. A stance that is not known is one.
- FINDING_APPEARED, FINDING_DISAPPEARED: a finding of the company with an id that only one of the days has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from graph.account_graph import Member
from graph.errors import NotInGraph, QuestionRejected
from graph.messages.language import Language
from graph.messages.message import Message, Share
from graph.messages.told import Told
from graph.model.companies import COMPANIES
from graph.model.masks import Mask
from graph.model.shown import identifier, node, said, sentence
from graph.model.word import Words
from graph.model.words import NodeKind, OrgLevel, Stance, Trust
from queries.account_view import AccountView
from queries.algorithms.thresholds import TOLERANCE
from queries.algorithms.tie_strength import TieStrength
from queries.findings.of_account import company_findings
from queries.findings.subject import Subject
from queries.heading import CompanyKey, PolicyVersion
from queries.question import Params, Question, Scope, single


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesParams(Params):
    """The company, any of an account, and both days; `as_of` is the later one."""

    company: CompanyKey
    from_day: Annotated[date, said(Told("The earlier day.", "较早的日期。"), name="from")]
    as_of: Annotated[
        date | None, said(Told("The later day; today when left out.", "较晚的日期；省略时为今天。"), name="to")
    ] = None


class ChangeKind(Words):
    """What is different on the later day."""

    PERSON_JOINED = (
        "PERSON_JOINED",
        "People who joined",
        "新增人员",
        "Somebody is a contact of the account who was none.",
    )
    PERSON_LEFT = (
        "PERSON_LEFT",
        "People who left",
        "离开人员",
        "Somebody was a contact of the account who is none.",
    )
    PERSON_MOVED = (
        "PERSON_MOVED",
        "People who moved",
        "调岗人员",
        "Somebody works in another company or department, with another title or level.",
    )
    TIE_OPENED = "TIE_OPENED", "Ties opened", "新建关系", "A tie that was not there."
    TIE_ENDED = "TIE_ENDED", "Ties ended", "结束关系", "A tie that is no longer there."
    TIE_STRENGTHENED = "TIE_STRENGTHENED", "Ties strengthened", "关系增强", "A tie that is stronger."
    TIE_GONE_COLD = "TIE_GONE_COLD", "Ties gone cold", "关系冷却", "A tie that was live and is not."
    STANCE_TURNED = "STANCE_TURNED", "Stances turned", "态度转变", "A stance towards us that is another one."
    FINDING_APPEARED = "FINDING_APPEARED", "Findings that appeared", "新增风险", "A finding that was not there."
    FINDING_DISAPPEARED = (
        "FINDING_DISAPPEARED",
        "Findings that disappeared",
        "消除风险",
        "A finding that is no longer there.",
    )


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between the account on two days."""

    kind: Annotated[ChangeKind, said("What is different.")]
    subject: Annotated[
        Subject,
        said("Whom or what it is about: one of theirs or ours, of a tie the contact, of a finding its subject."),
    ]
    before: Annotated[
        str | Message | None, sentence("As it was; null where there was nothing.", mask=Mask.JUDGEMENT)
    ]
    after: Annotated[str | Message | None, sentence("As it is; null where there is nothing.", mask=Mask.JUDGEMENT)]
    employee: Annotated[str | None, node(NodeKind.PERSON, "Our end of a tie.")] = None
    opportunity: Annotated[
        str | None, node(NodeKind.OPPORTUNITY, "Where a stance is held; null: on the account.")
    ] = None
    finding: Annotated[str | None, identifier("Id of a finding.", mask=Mask.JUDGEMENT)] = None
    policy_version: PolicyVersion = 0


def answer(view: AccountView, params: ChangesParams) -> tuple[Change, ...]:
    """The changes of the company with its own subsidiaries.

    By kind in the order of ChangeKind, then by the keys of subject, employee and opportunity; findings the worst
    first.
    NotInGraph when the company is not of this account; QuestionRejected unless the first day is before the second.
    Cost: all findings of the company, on both days.
    """
    if params.from_day >= params.day:
        raise QuestionRejected(
            Told(
                f"from {params.from_day} to {params.day}: the first day must be before the second",
                f"从 {params.from_day} 到 {params.day}：第一天应早于第二天",
            )
        )
    if params.company not in view.graph.companies:
        raise NotInGraph("Company", params.company)
    before, after = view.on(params.from_day), view.on(params.day)
    return differences(before, after, params.company, params.policy_version)


def differences(
    before: AccountView, after: AccountView, company: str, policy_version: int = 0
) -> tuple[Change, ...]:
    """The changes between two views of an account, in order."""
    compared = _TwoDays(before, after, company, policy_version)
    found = sorted((*compared.people(), *compared.ties(), *compared.stances()), key=_order)
    return (*found, *compared.findings())


_KINDS = list(ChangeKind)


def _order(change: Change) -> tuple[int, str, str, str]:
    return _KINDS.index(change.kind), change.subject.key, change.employee or "", change.opportunity or ""


_NO_PLACE = "a place that is not known"


class _TwoDays:
    """The two views, and what is shown of them."""

    def __init__(self, before: AccountView, after: AccountView, company: str, policy_version: int) -> None:
        self.before = before
        self.after = after
        self.company = company
        self.policy_version = policy_version
        self.shown_before = before.graph.contacts_of(company)
        self.shown_after = after.graph.contacts_of(company)
        records = after.graph.records
        self.department_names = {found.key: found.name for found in records.departments}
        self.company_names = {found.key: found.name for found in records.companies}

    def people(self) -> Iterator[Change]:
        """Contacts first, then our people; nobody is both on one day."""
        contacts = self.before.graph.contacts, self.after.graph.contacts
        for person in self.shown_before.keys() | self.shown_after.keys():
            kind = _kind(self.shown_before.get(person), self.shown_after.get(person))
            if kind is not None:
                yield self._moved(kind, person, *(members.get(person) for members in contacts))
        held_before, held_after = (
            {employee for employee, _ in self._ties_of(view)} for view in (self.before, self.after)
        )
        for person in held_before | held_after:
            one, other = _one_of_ours(self.before, person), _one_of_ours(self.after, person)
            kind = _kind(one, other)
            is_tied = {
                ChangeKind.PERSON_LEFT: person in held_before,
                ChangeKind.PERSON_JOINED: person in held_after,
            }
            if kind is not None and is_tied.get(kind, True):
                yield self._moved(kind, person, one, other)

    def _moved(self, kind: ChangeKind, person: str, one: Member | None, other: Member | None) -> Change:
        return self._of_person(kind, person, self._place_of(one), self._place_of(other))

    def _place_of(self, member: Member | None) -> str | None:
        """Title, level, department and company, as far as known; None for whoever has no place that day."""
        if member is None:
            return None
        level = None if member.level == OrgLevel.UNKNOWN else f"level {member.level}"
        department = self.department_names.get(member.department or "")
        company = self.company_names.get(member.company or "", member.company)
        return ", ".join(part for part in (member.title, level, department, company) if part) or _NO_PLACE

    def ties(self) -> Iterator[Change]:
        before, after = self._ties_of(self.before), self._ties_of(self.after)
        for pair in before.keys() | after.keys():
            one, other = before.get(pair), after.get(pair)
            if one is None or other is None:
                kind = ChangeKind.TIE_OPENED if one is None else ChangeKind.TIE_ENDED
            elif one.is_live and not other.is_live:
                kind = ChangeKind.TIE_GONE_COLD
            elif self._is_stronger(one, other):
                kind = ChangeKind.TIE_STRENGTHENED
            else:
                continue
            employee, contact = pair
            yield self._of_person(
                kind, contact, _told(self.before, one), _told(self.after, other), employee=employee
            )

    def _ties_of(self, view: AccountView) -> Mapping[tuple[str, str], TieStrength]:
        shown = self.shown_before.keys() | self.shown_after.keys()
        return {(held.tie.employee, held.tie.contact): held for held in view.ties if held.tie.contact in shown}

    def _is_stronger(self, one: TieStrength, other: TieStrength) -> bool:
        unknown = self.after.policy.unknown_trust_level
        if (other.tie.trust or unknown) > (one.tie.trust or unknown):
            return True
        is_later = other.last_contact is not None and (
            one.last_contact is None or other.last_contact > one.last_contact
        )
        return is_later and other.strength > one.strength + TOLERANCE

    def stances(self) -> Iterator[Change]:
        part = self.after.graph.subtree(self.company)
        deals = [deal.key for deal in self.after.graph.open_opportunities if deal.company in part]
        shown = self.shown_before.keys() | self.shown_after.keys()
        for person in shown & self.before.graph.contacts.keys() & self.after.graph.contacts.keys():
            for deal in (None, *deals):
                one, other = self.before.stance(person, deal), self.after.stance(person, deal)
                if one != other:
                    yield self._of_person(
                        ChangeKind.STANCE_TURNED, person, _stance(one), _stance(other), opportunity=deal
                    )

    def findings(self) -> Iterator[Change]:
        """What appeared, then what disappeared, the worst first."""
        before = {found.id: found for found in company_findings(self.before, self.company)}
        after = {found.id: found for found in company_findings(self.after, self.company)}
        different = [(id in before, (before | after)[id].place, id) for id in before.keys() ^ after.keys()]
        for _, _, id in sorted(different):
            found = before.get(id) or after[id]
            yield Change(
                kind=ChangeKind.FINDING_DISAPPEARED if id in before else ChangeKind.FINDING_APPEARED,
                subject=found.subject,
                before=found.said if id in before else None,
                after=found.said if id in after else None,
                employee=found.employee,
                opportunity=found.opportunity,
                finding=id,
                policy_version=self.policy_version,
            )

    def _of_person(
        self,
        kind: ChangeKind,
        person: str,
        before: str | None,
        after: str | None,
        *,
        employee: str | None = None,
        opportunity: str | None = None,
    ) -> Change:
        member = self.after.graph.everyone.get(person) or self.before.graph.everyone[person]
        subject = Subject(NodeKind.PERSON, person, member.name)
        return Change(kind, subject, before, after, employee, opportunity, policy_version=self.policy_version)


def _kind(one: Member | None, other: Member | None) -> ChangeKind | None:
    """What became of somebody who has that place on the earlier and the later day; None when it is the same."""
    if one is not None and other is not None:
        return ChangeKind.PERSON_MOVED if _place(one) != _place(other) else None
    if one is None and other is None:
        return None
    return ChangeKind.PERSON_JOINED if one is None else ChangeKind.PERSON_LEFT


def _place(member: Member) -> tuple[str | None, str | None, str | None, str]:
    return member.company, member.department, member.title, member.level


def _one_of_ours(view: AccountView, person: str) -> Member | None:
    """The person when they are ours and present on the day."""
    member = view.graph.everyone.get(person)
    return member if member is not None and member.is_present and person in view.graph.our_people else None


def _told(view: AccountView, held: TieStrength | None) -> str | None:
    """The tie, and why it is not live where it is not."""
    if held is None:
        return None
    trust = "trust not known" if held.tie.trust is None else f"trust {list(Trust)[held.tie.trust - 1]}"
    contact = f"last contact {held.last_contact}" if held.last_contact else "last contact not known"
    told = f"{trust}, {contact}, strength {Share(held.strength).text(Language.EN)}"
    if held.is_live:
        return told
    if not view.graph.employees[held.tie.employee].is_present:
        return f"{told} (not live: the employee is not with us any more)"
    needed = view.policy.live_tie_strength
    digits = next(
        (digits for digits in range(4) if _rounded(held.strength, digits) != _rounded(needed, digits)), 4
    )
    numbers = f"{_rounded(held.strength, digits)} is under the {_rounded(needed, digits)} of a live tie"
    return f"{told} (not live: {numbers})"


def _rounded(share: float, digits: int) -> str:
    return f"{share * 100:.{digits}f} %"


def _stance(stance: str) -> str:
    return "not known" if stance == Stance.UNKNOWN else stance


CHANGES: Question[ChangesParams, tuple[Change, ...], tuple[Change, ...]] = Question(
    name="changes",
    sentence=Told("What changed in an account between two days?", "两个日期之间，客户有哪些变化？"),
    params=ChangesParams,
    answer=tuple[Change, ...],
    scope=lambda params: Scope(COMPANIES, params.company),
    part=answer,
    combine=single,
    narrowed=lambda params: params,
)
