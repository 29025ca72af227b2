"""Gaps of people: key people whom too few of us know, and others whose tie is not what it should be."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model.words import EdgeKind, OrgLevel, Severity
from queries.coverage_findings import CoverageFinding
from queries.coverage_rules.shown_company import ShownCompany
from queries.evidence import EvidenceEdge
from queries.finding_kinds import CoverageFindingKind
from queries.findings import called
from queries.holding import compared_for_holders, held_by_one
from queries.matching import matched_by_level
from queries.succession_ranking import LIKELY_COUNT, is_exposed, succession_candidates


def key_people_held_by_too_few(shown: ShownCompany) -> Iterator[CoverageFinding]:
    """UNCOVERED_KEY_PERSON: no live tie; SINGLE_HELD_KEY_PERSON: one holder only."""
    view = shown.view
    for person in shown.key_people:
        holders = view.holders(person)
        if len(holders) > 1:
            continue
        name = called(view, person)
        if holders:
            kind = CoverageFindingKind.SINGLE_HELD_KEY_PERSON
            summary = held_by_one(view, person)
            action = f"Introduce a second colleague to {name}."
        else:
            kind = CoverageFindingKind.UNCOVERED_KEY_PERSON
            summary = f"Nobody of us has a live tie to {name}."
            action = f"Find a way to {name}: ask for the access paths."
        yield shown.finding_of_person(
            kind,
            person,
            summary=summary,
            action=action,
            ties=shown.ties_of[person],
            numbers={"live_tie_holders": len(holders)},
            compared={
                "live_tie_strength": view.policy.live_tie_strength,
                "redundancy_wanted": view.policy.redundancy_wanted,
                **compared_for_holders(view, person),
            },
            at_least=Severity.MODERATE,
            held_until=view.held_until(person),
        )


def silent_key_people(shown: ShownCompany) -> Iterator[CoverageFinding]:
    """SILENT_KEY_PERSON: the last known contact over all ties is longer ago than the policy's silence."""
    as_of, silence_days = shown.view.graph.as_of, shown.view.policy.silence_days
    for person in shown.key_people:
        contacts = [held.last_contact for held in shown.ties_of[person] if held.last_contact]
        if not contacts or (as_of - max(contacts)).days <= silence_days:
            continue
        days = (as_of - max(contacts)).days
        yield shown.finding_of_person(
            CoverageFindingKind.SILENT_KEY_PERSON,
            person,
            summary=f"Nobody of us was in contact with {called(shown.view, person)} for {days} days.",
            action=f"Call on {called(shown.view, person)}.",
            ties=shown.ties_of[person],
            numbers={"days_since_last_contact": days},
            compared={"silence_days": silence_days},
            at_least=Severity.MODERATE,
        )


def trust_below_target(shown: ShownCompany) -> Iterator[CoverageFinding]:
    """TRUST_BELOW_TARGET: ties of a person whose trust is unknown or below their own target."""
    for person in shown.people:
        below = [
            held
            for held in shown.ties_of.get(person, ())
            if held.tie.target_trust is not None and (held.tie.trust or 0) < held.tie.target_trust
        ]
        if below:
            names = ", ".join(called(shown.view, held.tie.employee) for held in below)
            lowest = min(held.tie.trust or 0 for held in below)
            yield shown.finding_of_person(
                CoverageFindingKind.TRUST_BELOW_TARGET,
                person,
                summary=f"The trust between {names} and {called(shown.view, person)} is below its own target.",
                action=f"Plan what raises the trust with {called(shown.view, person)}.",
                ties=below,
                numbers={
                    "ties_below_target": len(below),
                    "highest_target_trust": max(held.tie.target_trust or 0 for held in below),
                    **({"lowest_trust": lowest} if lowest else {}),
                },
            )


def unknown_stances(shown: ShownCompany) -> Iterator[CoverageFinding]:
    """UNKNOWN_STANCE: a key person without a known stance on at least one open opportunity."""
    view = shown.view
    for person in shown.key_people:
        unknown = [deal for deal in view.graph.open_opportunities if view.stance_value(person, deal.key) is None]
        if unknown:
            yield shown.finding_of_person(
                CoverageFindingKind.UNKNOWN_STANCE,
                person,
                summary=f"The stance of {called(view, person)} is not known on "
                f"{', '.join(deal.name for deal in unknown)}.",
                action=f"Find out where {called(view, person)} stands.",
                edges=[EvidenceEdge(EdgeKind.POSITION, person, deal.key) for deal in unknown],
                numbers={"opportunities_without_stance": len(unknown)},
            )


def executives_unmatched(shown: ShownCompany) -> Iterator[CoverageFinding]:
    """LEVEL_UNMATCHED: an executive without a live tie from one of ours of a level that the policy pairs."""
    view = shown.view
    matched = matched_by_level(view, shown.people)
    for person, member in shown.people.items():
        if member.level == OrgLevel.EXECUTIVE and person not in matched:
            yield shown.finding_of_person(
                CoverageFindingKind.LEVEL_UNMATCHED,
                person,
                summary=f"Nobody of our executives has a live tie to {called(view, person)}, an executive.",
                action=f"Have one of our executives meet {called(view, person)}.",
                ties=view.live_ties.get(person, ()),
                numbers={"live_tie_holders": len(view.who_know(person))},
                compared={
                    "live_tie_strength": view.policy.live_tie_strength,
                    "level_pairing_above": view.policy.level_pairing_above,
                },
            )


def successors_uncovered(shown: ShownCompany) -> Iterator[CoverageFinding]:
    """SUCCESSORS_UNCOVERED: a key person, and no live tie to any of the likeliest to follow them in office."""
    view = shown.view
    for person in shown.key_people:
        candidates = succession_candidates(view, person)
        if not is_exposed(candidates):
            continue
        likely = [candidate.person for candidate in candidates[:LIKELY_COUNT]]
        name, names = called(view, person), ", ".join(called(view, key) for key in likely)
        yield shown.finding_of_person(
            CoverageFindingKind.SUCCESSORS_UNCOVERED,
            person,
            summary=f"Nobody of us has a live tie to those likeliest to follow {name}: {names}."
            if likely
            else f"Nobody is known who would follow {name} in office.",
            action=f"Get to know {names}." if likely else f"Find out who would follow {name}.",
            others=likely,
            numbers={"candidates": len(candidates), "likely_candidates": len(likely)},
            compared={"live_tie_strength": view.policy.live_tie_strength},
        )
