"""What changed: the difference of an account between two days.

Both days are seen by today's records and policy: what is told apart is what holds on each day. A question about
one company of the account shows the changes of its part. **Shown** on a day is whom a question about the company
shows then (for the account's own company the outsiders too).

- PERSON_JOINED, PERSON_LEFT: shown on the later day and not on the earlier one, and the other way round. Whoever
  moved to or from another company of the account has a place on both days all the same.
- PERSON_MOVED: shown on both days, with another company, department or title.
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
from enum import StrEnum

from graph.errors import NotInGraph, QuestionRejected
from graph.records import COMPANIES
from graph.vocabulary import NodeKind, Stance, Trust
from queries.account_findings import company_findings
from queries.account_view import AccountView
from queries.algorithms.thresholds import TOLERANCE
from queries.algorithms.tie_strength import TieStrength
from queries.findings import percent
from queries.question import Params, Question, Scope, single
from queries.subject import Subject


@dataclass(frozen=True, slots=True)
class ChangesParams(Params):
    """The company, any of an account, and both days; `as_of` is the later one."""

    company: str
    from_day: date
    to_day: date


class ChangeKind(StrEnum):
    """What is different on the later day."""

    PERSON_JOINED = "PERSON_JOINED"
    PERSON_LEFT = "PERSON_LEFT"
    PERSON_MOVED = "PERSON_MOVED"
    TIE_OPENED = "TIE_OPENED"
    TIE_ENDED = "TIE_ENDED"
    TIE_STRENGTHENED = "TIE_STRENGTHENED"
    TIE_GONE_COLD = "TIE_GONE_COLD"
    STANCE_TURNED = "STANCE_TURNED"
    FINDING_APPEARED = "FINDING_APPEARED"
    FINDING_DISAPPEARED = "FINDING_DISAPPEARED"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. `before` and `after` are for people to read; None where there is nothing on that day.

    The subject of a tie is the contact, `employee` the other end; of a finding what it is about, with its
    `finding` id. A stance is that on `opportunity`, or on the account (None).
    """

    kind: ChangeKind
    subject: Subject
    before: str | None
    after: str | None
    employee: str | None = None
    opportunity: str | None = None
    finding: str | None = None
    policy_version: int = 0


def answer(view: AccountView, params: ChangesParams) -> tuple[Change, ...]:
    """The changes of the company with its own subsidiaries.

    By kind in the order of ChangeKind, then by the keys of the subject, employee, opportunity and finding.
    NotInGraph when the company is not of this account; QuestionRejected unless the first day is before the second.
    Cost: all findings of the company, on both days.
    """
    if params.from_day >= params.to_day:
        raise QuestionRejected(
            f"from {params.from_day} to {params.to_day}: the first day must be before the second"
        )
    if params.company not in view.graph.companies:
        raise NotInGraph("Company", params.company)
    before, after = view.on(params.from_day), view.on(params.to_day)
    return differences(before, after, params.company, params.policy_version)


def differences(
    before: AccountView, after: AccountView, company: str, policy_version: int = 0
) -> tuple[Change, ...]:
    """The changes between two views of an account, in order."""
    compared = _TwoDays(before, after, company, policy_version)
    found = [*compared.people(), *compared.ties(), *compared.stances(), *compared.findings()]
    return tuple(sorted(found, key=_place))


_KINDS = list(ChangeKind)


def _place(change: Change) -> tuple[int, str, str, str, str]:
    return (
        _KINDS.index(change.kind),
        change.subject.key,
        change.employee or "",
        change.opportunity or "",
        change.finding or "",
    )


class _TwoDays:
    """The two views, and what is shown of them."""

    def __init__(self, before: AccountView, after: AccountView, company: str, policy_version: int) -> None:
        self.before = before
        self.after = after
        self.company = company
        self.policy_version = policy_version
        self.shown_before = before.graph.contacts_of(company)
        self.shown_after = after.graph.contacts_of(company)

    def people(self) -> Iterator[Change]:
        for person in self.shown_before.keys() | self.shown_after.keys():
            is_before, is_after = person in self.shown_before, person in self.shown_after
            if is_before and is_after:
                one, other = self.shown_before[person], self.shown_after[person]
                if (one.company, one.department, one.title) == (other.company, other.department, other.title):
                    continue
                kind = ChangeKind.PERSON_MOVED
            else:
                kind = ChangeKind.PERSON_JOINED if is_after else ChangeKind.PERSON_LEFT
            yield self._of_person(kind, person, _place_of(self.before, person), _place_of(self.after, person))

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
            yield self._of_person(kind, contact, _told(one), _told(other), employee=employee)

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
        before = {found.id: found for found in company_findings(self.before, self.company)}
        after = {found.id: found for found in company_findings(self.after, self.company)}
        for id in before.keys() ^ after.keys():
            found = before.get(id) or after[id]
            yield Change(
                kind=ChangeKind.FINDING_DISAPPEARED if id in before else ChangeKind.FINDING_APPEARED,
                subject=found.subject,
                before=found.summary if id in before else None,
                after=found.summary if id in after else None,
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
        member = self.after.graph.contacts.get(person) or self.before.graph.contacts[person]
        subject = Subject(NodeKind.PERSON, person, member.name)
        return Change(kind, subject, before, after, employee, opportunity, policy_version=self.policy_version)


def _place_of(view: AccountView, person: str) -> str | None:
    """Title, department and company of a contact, as far as they are known; None for whoever is none that day."""
    member = view.graph.contacts.get(person)
    if member is None:
        return None
    department = view.graph.departments.get(member.department or "")
    company = view.graph.companies.get(member.company or "")
    told = (member.title, department and department.name, company.name if company else member.company)
    return ", ".join(part for part in told if part) or "a place that is not known"


def _told(held: TieStrength | None) -> str | None:
    if held is None:
        return None
    trust = "trust not known" if held.tie.trust is None else f"trust {list(Trust)[held.tie.trust - 1]}"
    contact = f"last contact {held.last_contact}" if held.last_contact else "last contact not known"
    return f"{trust}, {contact}, strength {percent(held.strength)}{'' if held.is_live else ' (not live)'}"


def _stance(stance: str) -> str:
    return "not known" if stance == Stance.UNKNOWN else stance


CHANGES: Question[ChangesParams, tuple[Change, ...], tuple[Change, ...]] = Question(
    name="changes",
    sentence="What changed in an account between two days?",
    scope=lambda params: Scope(COMPANIES, params.company),
    part=answer,
    combine=single,
    narrowed=lambda params: params,
)
