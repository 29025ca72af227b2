"""How alike a candidate's place is to that of the person it may follow, as the concepts define it."""

from __future__ import annotations

from itertools import pairwise
from unicodedata import name, normalize

from tests.oracle.days import days_between, is_valid
from tests.oracle.oracle import Oracle
from tests.oracle.people import title_on

_WITHOUT_BLANKS = ("CJK UNIFIED", "CJK COMPATIBILITY IDEOGRAPH", "IDEOGRAPHIC", "HIRAGANA", "KATAKANA")


def likeness(oracle: Oracle, person: str, candidate: str) -> dict[str, float | None]:
    """The five terms by name, in their order; None without a value."""
    return {
        "team_above": _team_above(oracle, person, candidate),
        "title": _title(oracle, person, candidate),
        "team_size": _team_size(oracle, person, candidate),
        "tenure": _tenure(oracle, person, candidate),
        "dotted_lines": _dotted_lines(oracle, person, candidate),
    }


def managers_of(oracle: Oracle, person: str, kind: str = "SOLID") -> set[str]:
    """Present contacts to whom the person reports on the day."""
    return {
        line.manager
        for line in oracle.world["reports_to"]
        if line.person == person
        and line.kind == kind
        and is_valid(line, oracle.as_of)
        and line.manager in oracle.contacts
    }


def _team_above(oracle: Oracle, person: str, candidate: str) -> float | None:
    above = {}
    for each in (person, candidate):
        above[each] = managers_of(oracle, each)
        if not above[each]:
            return None
    if above[person] & above[candidate]:
        return 1.0
    for one in list(above.values()):
        for manager in list(one):
            one |= managers_of(oracle, manager)
    return 0.5 if above[person] & above[candidate] else 0.0


def words(text: str) -> set[str]:
    """Runs of letters and digits; of scripts without blanks every two neighbours, or the lone character."""
    found: set[str] = set()
    run = ""
    is_run_without_blanks = False
    for sign in [*normalize("NFKC", text).casefold(), " "]:
        is_without_blanks = sign.isalnum() and name(sign, "").startswith(_WITHOUT_BLANKS)
        if run and (not sign.isalnum() or is_without_blanks != is_run_without_blanks):
            if is_run_without_blanks and len(run) > 1:
                found |= {left + right for left, right in pairwise(run)}
            else:
                found.add(run)
            run = ""
        if sign.isalnum():
            run += sign
            is_run_without_blanks = is_without_blanks
    return found


def _title(oracle: Oracle, person: str, candidate: str) -> float | None:
    one, other = (words(title_on(oracle.world, each, oracle.as_of) or "") for each in (person, candidate))
    if not one or not other:
        return None
    return 2 * sum(word in other for word in one) / (len(one) + len(other))


def _team_size(oracle: Oracle, person: str, candidate: str) -> float | None:
    smaller, larger = sorted(
        sum(leader in managers_of(oracle, each) for each in oracle.contacts) for leader in (person, candidate)
    )
    return smaller / larger if smaller else None


def _tenure(oracle: Oracle, person: str, candidate: str) -> float | None:
    days = []
    for each in (person, candidate):
        rows = [
            row
            for row in oracle.world["works_in"]
            if row.person == each and row.company in oracle.account_companies
        ]
        if any(row.valid_from is None for row in rows):
            return None
        begun = sorted(row.valid_from for row in rows if row.valid_from <= oracle.as_of)
        if not begun:
            return None
        days.append(days_between(begun[0], oracle.as_of))
    of_person, of_candidate = days
    return 1.0 if of_person == 0 else min(1.0, of_candidate / of_person)


def _dotted_lines(oracle: Oracle, person: str, candidate: str) -> float | None:
    one, other = managers_of(oracle, person, "DOTTED"), managers_of(oracle, candidate, "DOTTED")
    if not one or not other:
        return None
    return len([each for each in one if each in other]) / len(one | other)
