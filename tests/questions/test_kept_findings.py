"""Whatever a finding says, it is kept and read back as it was, without a sentence and with the policy once."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from graph.messages.language import Language
from graph.model.words import EdgeKind, Severity, Stage
from graph.policy import Policy
from graph.posture import FindingOrder
from queries.findings.causes import cause_of
from queries.findings.evidence import Evidence, EvidenceEdge, Figure
from queries.findings.finding import Finding
from queries.findings.kept import cause_of_kept, finding_of, kept
from queries.findings.legend import Legend
from queries.findings.of_account import account_findings
from queries.findings.rules.key_people import NobodyKnows
from queries.findings.rules.successors_uncovered import SuccessorsNotKnown
from queries.findings.subject import Subject, SubjectKind
from queries.money import Amount, MoneyAtRisk
from tests.oracle.oracle import Oracle
from tests.oracle.world import World
from tests.questions.against_oracle import RANDOM, WORLDS, seen
from tests.questions.drawn import NOW

KEYS = st.text(min_size=1, max_size=4)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
CURRENCIES = st.none() | st.sampled_from(["CNY", "EUR"])
FIGURES = st.lists(st.builds(Figure, KEYS, NUMBERS), max_size=4, unique_by=lambda one: one.name).map(tuple)
MONEY = st.builds(
    MoneyAtRisk,
    value=st.none() | NUMBERS,
    currency=CURRENCIES,
    amounts=st.lists(st.builds(Amount, CURRENCIES, NUMBERS), max_size=3).map(tuple),
    is_in_base_currency=st.booleans(),
    rates_on=st.none() | st.dates(),
)
EVIDENCE = st.builds(
    Evidence,
    people=st.lists(KEYS, max_size=4).map(tuple),
    edges=st.lists(
        st.builds(EvidenceEdge, st.sampled_from(EdgeKind).map(str), KEYS, KEYS, st.none() | NUMBERS), max_size=3
    ).map(tuple),
    figures=FIGURES,
    policy=FIGURES,
)
FINDINGS = st.builds(
    Finding,
    id=KEYS,
    kind=st.just("UNCOVERED_KEY_PERSON"),
    severity=st.sampled_from(Severity).map(str),
    said=st.builds(NobodyKnows, person=KEYS)
    | st.builds(SuccessorsNotKnown, person=KEYS, successors=st.lists(KEYS).map(tuple)),
    subject=st.builds(Subject, st.sampled_from(SubjectKind).map(str), KEYS, st.none() | st.text(max_size=4)),
    account=st.just("acme"),
    company=KEYS,
    is_account_wide=st.booleans(),
    employee=st.none() | KEYS,
    opportunity=st.none() | KEYS,
    stage=st.none() | st.sampled_from(Stage).map(str),
    targets=st.lists(KEYS, max_size=4).map(tuple),
    share=st.none() | st.floats(0, 2),
    money=MONEY,
    evidence=EVIDENCE,
    held_until=st.none() | st.dates(date(1900, 1, 1)),
)


@given(st.lists(FINDINGS, min_size=1, max_size=3))
def test_a_finding_reads_back_as_it_was_whatever_it_says(found: list[Finding]) -> None:
    """Several of one posture have one legend; each with what its cause is worth."""
    legend = Legend()
    causes = [cause_of([finding]) for finding in found]
    rows = [kept(finding, cause, legend) for finding, cause in zip(found, causes, strict=True)]
    for row, finding, cause in zip(rows, found, causes, strict=True):
        row = replace(row, legend=legend.text)
        read = finding_of(row)
        assert read == finding
        assert row.place(FindingOrder.SEVERITY) == finding.place
        assert (read.summary(Language.ZH), read.action(Language.ZH)) == (
            finding.summary(Language.ZH),
            finding.action(Language.ZH),
        )
        of_row = cause_of_kept([row])
        assert (of_row.share, of_row.money, of_row.worst) == (cause.share, cause.money, 0)


@RANDOM
@given(WORLDS)
def test_nothing_is_kept_that_can_be_told_from_elsewhere(world: World) -> None:
    """No sentence in either language, and each number of the policy once for all findings."""
    legend = Legend()
    for finding in account_findings(seen(Oracle(world, Policy(), NOW, "group"))):
        row = kept(finding, cause_of([finding]), legend)
        for language in Language:
            assert finding.summary(language) not in row.content
        assert not any(figure.name in row.content for figure in finding.evidence.policy)
    entries: list[Any] = json.loads(legend.text)
    names = [entry[0] for entry in entries if isinstance(entry, list)]
    assert len(names) == len(set(names))
