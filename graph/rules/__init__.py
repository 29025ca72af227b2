"""The rules of the bundle: what is refused, wherever it comes from.

Files and mutations alike become rows of values (`row_reader`); with what the store holds that matters to them
(`gathering`) they make the state after the change (`state`), and `find_broken_rules` judges that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from graph.rules.alike_keys import find_alike_keys
from graph.rules.deletes import find_companies_in_use, play_deletes
from graph.rules.garbage import without_collection
from graph.rules.hierarchies import find_all_cycles
from graph.rules.periods import find_overlaps
from graph.rules.references import find_bad_references
from graph.rules.row_rules import find_bad_rows
from graph.rules.sides import find_ties_on_one_side
from graph.rules.state import Finding, State
from graph.store import Delete


def find_broken_rules(state: State, deletes: Sequence[Delete] = ()) -> tuple[list[Finding], Counter[str]]:
    """Everything that is wrong after the input and the deletes, and how many records of a kind the deletes take.

    NotInGraph when a delete names nothing. Cost: near-linear in the rows.
    """
    with without_collection():
        findings = list(find_bad_rows(state))
        after, deleted_counts = play_deletes(state, deletes)
        for rule in (find_alike_keys, find_bad_references, find_overlaps, find_all_cycles, find_ties_on_one_side):
            findings.extend(rule(after))
        findings.extend(find_companies_in_use(after, deletes))
    return findings, deleted_counts
