"""Successors: which of our people could take over a contact, ranked, with every term of the ranking."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Annotated, NamedTuple

from graph.account_graph import Member
from graph.model.masks import Mask
from graph.model.shown import node, said
from graph.model.word import Words
from graph.model.words import NodeKind
from queries.account_view import AccountView
from queries.algorithms.level_pairing import is_paired, is_too_far_below
from queries.algorithms.thresholds import reaches
from queries.terms import Term, weighted_sum


class UnassignedReason(Words):
    """Why a contact goes to nobody, the first that holds.

    NO_CANDIDATE: there is nobody to ask. LEVEL_TOO_LOW: everybody stands too far below the contact. TOO_WEAK: none
    of the others reaches the least score. NO_CAPACITY: those who do have no room left.
    """

    NO_CANDIDATE = "NO_CANDIDATE", "Nobody of ours is left there", "客户内无同事", "There is nobody to ask."
    LEVEL_TOO_LOW = (
        "LEVEL_TOO_LOW",
        "All of ours there stand too far below",
        "同事层级过低",
        "Everybody stands too far below the contact.",
    )
    TOO_WEAK = (
        "TOO_WEAK",
        "None of ours there fits well enough",
        "匹配度过低",
        "None of the others fits well enough.",
    )
    NO_CAPACITY = (
        "NO_CAPACITY",
        "Those who fit have no room left",
        "接手人已满",
        "Those who fit have no room left.",
    )


@dataclass(frozen=True, slots=True)
class Successor:
    """One of our people who could take over a contact."""

    employee: Annotated[str, node(NodeKind.PERSON, "Who.")]
    score: Annotated[float, said("How well it fits, 0 to 1: the sum of value × weight.", mask=Mask.JUDGEMENT)]
    terms: Annotated[tuple[Term, ...], said("The terms of the score.", mask=Mask.JUDGEMENT)]
    is_colleague: Annotated[
        bool, said("Whether from outside the account: asked only where it has nobody left.")
    ] = False
    obstacle: Annotated[
        UnassignedReason | None,
        said(
            "Why no plan gives them the contact, LEVEL_TOO_LOW or TOO_WEAK; null: nothing is in the way.",
            mask=Mask.JUDGEMENT,
        ),
    ] = None


_Place = tuple[str, str]
"""The line and level of a person."""


class _Candidate(NamedTuple):
    """One of ours, with the term that is the same for every contact, and its part of the score."""

    key: str
    place: _Place
    load: Term
    score: float


class _Fit(NamedTuple):
    """How one place of ours fits one of theirs: two terms, their part of the score, whether ours is too low."""

    line: Term
    level: Term
    score: float
    is_too_low: bool


_Ranked = tuple[float, str, Successor]
"""A successor behind what it is ranked by: the score, highest first and but for rounding, and the key."""


class SuccessorRanking:
    """Ranks our people for any number of one account's contacts.

    Candidates are the present employees of the account who stay: who are not `leaving`, not about to leave by the
    view (`AccountView.leaving`), and not `unavailable` for another reason. Only where there is none, the present
    `colleagues` who stay. The terms, by the policy's `successor_weights`: *tie*, the strength of the strongest
    valid tie of the pair, live or not; *colleagues*, the part of the contact's direct colleagues (other present
    contacts of the same known department) whom the candidate has a live tie to, without a value when there are
    none; *line*, 1 when both are of the same line; *level*, 1 when the levels pair, without a value when one is
    not known; *load*, 1 - live ties in this account / capacity, never below 0. Tie and colleagues of somebody
    from outside the account are 0. `capacity` is the policy's unless given. Contacts who leave too are out of the
    graph: they count neither as colleagues nor as live ties. Everybody is ranked, also where an `obstacle` keeps a
    plan from making the pair.

    Cost: one pass over the account's ties and contacts; then one ranking of the candidates for every department
    and level asked for, and for each contact only those who have a tie to it.
    """

    def __init__(
        self,
        view: AccountView,
        leaving: Collection[str],
        *,
        capacity: int | None = None,
        colleagues: Collection[Member] = (),
        unavailable: Collection[str] = (),
    ) -> None:
        graph, self._policy = view.graph, view.policy

        def stays(found: Member) -> bool:
            is_about_to_leave = found.leaves_on is not None and view.is_soon(found.leaves_on)
            is_out = found.key in leaving or found.key in unavailable
            return found.is_present and not is_about_to_leave and not is_out

        self._contacts = {key: found for key, found in graph.contacts.items() if key not in leaving}
        self._weights = view.policy.successor_weights
        self._capacity = capacity or view.policy.successor_capacity
        employees = [found for found in graph.employees.values() if stays(found)]
        self._are_outsiders = not employees
        asked = {found.key: found for found in colleagues if stays(found)}
        live = {
            (contact, held.tie.employee)
            for contact, ties in view.live_ties.items()
            if contact in self._contacts
            for held in ties
        }
        live_counts = Counter(employee for _, employee in live)
        self._candidates = {
            found.key: self._candidate(found, live_counts[found.key])
            for found in employees or (asked[key] for key in sorted(asked))
        }
        self._ties: dict[str, dict[str, tuple[float, bool]]] = defaultdict(dict)
        for held in view.ties:
            employee, contact = held.tie.employee, held.tie.contact
            if employee in self._candidates:
                strength = max(held.strength, self._ties[contact].get(employee, (0.0, False))[0])
                self._ties[contact][employee] = strength, (contact, employee) in live
        self._sizes = Counter(found.department for found in self._contacts.values())
        self._known_in = Counter((employee, self._contacts[contact].department) for contact, employee in live)
        self._places = {found.place for found in self._candidates.values()}
        self._fits: dict[_Place, dict[_Place, _Fit]] = {}
        self._strangers: dict[tuple[_Place, str | None], list[_Ranked]] = {}

    def of(self, contact: str) -> tuple[Successor, ...]:
        """Everybody who could take over the contact, best first, then by key.

        KeyError when it is no contact, or one who leaves.
        """
        member, ties = self._contacts[contact], self._ties.get(contact)
        place = member.line, member.level
        ranked = self._strangers.get((place, member.department))
        if ranked is None:  # as if none had a tie to the contact: the same for all of its department and level
            nobody = [(candidate, 0.0, False) for candidate in self._candidates.values()]
            ranked = self._strangers[place, member.department] = self._ranked(member, nobody)
        if ties:
            known = [(self._candidates[key], strength, is_live) for key, (strength, is_live) in ties.items()]
            ranked = sorted([one for one in ranked if one[1] not in ties] + self._ranked(member, known))
        return tuple([successor for _, _, successor in ranked])

    def _ranked(self, contact: Member, candidates: Iterable[tuple[_Candidate, float, bool]]) -> list[_Ranked]:
        """The candidates, each with the strength of its tie to the contact and whether that is live, in order."""
        fits, department = self._fits_for((contact.line, contact.level)), contact.department
        tie_weight, colleagues_weight = self._weights["tie"], self._weights["colleagues"]
        colleague_count = self._sizes[department] - 1 if department is not None else 0
        is_unknown = colleague_count == 0 and not self._are_outsiders
        no_tie, nobody = (
            Term("tie", 0.0, tie_weight),
            Term("colleagues", None if is_unknown else 0.0, colleagues_weight),
        )
        found = []
        for (key, place, load, score), strength, is_live in candidates:
            line, level, fit_score, is_too_low = fits[place]
            score += fit_score + strength * tie_weight
            tie = Term("tie", strength, tie_weight) if strength else no_tie
            colleagues = nobody
            known_count = self._known_in.get((key, department), 0) - is_live
            if known_count and colleague_count:
                colleagues = Term("colleagues", known_count / colleague_count, colleagues_weight)
                score += known_count / colleague_count * colleagues_weight
            terms = (tie, colleagues, line, level, load)
            successor = Successor(key, score, terms, self._are_outsiders, self._obstacle(score, is_too_low))
            found.append((-round(score, 12), key, successor))
        found.sort()
        return found

    def _fits_for(self, theirs: _Place) -> dict[_Place, _Fit]:
        if theirs not in self._fits:
            self._fits[theirs] = {ours: self._fit(ours, theirs) for ours in self._places}
        return self._fits[theirs]

    def _fit(self, ours: _Place, theirs: _Place) -> _Fit:
        paired = is_paired(self._policy, theirs[1], ours[1])
        line = Term("line", 1.0 if ours[0] == theirs[0] else 0.0, self._weights["line"])
        level = Term("level", None if paired is None else float(paired), self._weights["level"])
        is_too_low = is_too_far_below(self._policy, theirs[1], ours[1])
        return _Fit(line, level, weighted_sum((line, level)), is_too_low)

    def _obstacle(self, score: float, is_too_low: bool) -> UnassignedReason | None:
        if is_too_low:
            return UnassignedReason.LEVEL_TOO_LOW
        return None if reaches(score, self._policy.successor_floor) else UnassignedReason.TOO_WEAK

    def _candidate(self, member: Member, live_tie_count: int) -> _Candidate:
        load = Term("load", max(0.0, 1 - live_tie_count / self._capacity), self._weights["load"])
        return _Candidate(member.key, (member.line, member.level), load, weighted_sum([load]))
