"""Changes that both checkouts make: some records of each kind deleted and written again, work on findings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.same_answers.bundles import Rows
from tests.same_answers.documents import Documents

_OF_A_KIND = 3
"""How many records of each kind are changed."""

Change = tuple[str, dict[str, Any]]
"""A mutation and its arguments."""


def changes_of(rows: Rows, documents: Documents) -> Iterator[Change]:
    """Deletes some records of each file, which is refused where others refer to them, and writes them again."""
    mutations = documents.mutations()
    for kind, records in rows.items():
        for row in records[:: max(1, len(records) // _OF_A_KIND)][:_OF_A_KIND]:
            found = documents.input_of(kind, row)
            assert found is not None, f"no mutation writes records of {kind}"
            name, value = found
            ends = {each: value[each] for each in mutations[f"delete{name}"].args if value.get(each) is not None}
            yield f"delete{name}", ends
            yield f"upsert{name}", {"input": value}


def work_on(finding: str) -> Iterator[Change]:
    """Everything that people do with a finding."""
    yield "acknowledge", {"finding": finding, "actor": "Kim", "note": "seen"}
    yield "assign", {"finding": finding, "assignee": "Ann", "actor": "Kim"}
    yield "snooze", {"finding": finding, "until": "2999-12-31", "actor": "Ann"}
    yield "reopen", {"finding": finding, "actor": "Ann", "note": "again"}
    yield "resolve", {"finding": finding, "actor": "Kim"}


def handover_of(plan: dict[str, Any]) -> Change:
    """Carries a handover plan out, as it is answered."""
    items = [{"contact": item["contact"]["key"], "to": item["to"]["key"]} for item in plan["items"]]
    employee, last_day = plan["employee"]["key"], plan["lastDay"]
    return "executeHandover", {
        "input": {"employee": employee, "on": last_day, "lastDay": last_day, "items": items, "actor": "Kim"}
    }


POLICY_CHANGE: Change = (
    "updatePolicy",
    {
        "input": {
            "changes": [{"name": "redundancy_wanted", "value": 3.0}],
            "actor": "Kim",
            "expectedVersion": 0,
            "note": "try",
        }
    },
)
"""Another number for everybody, which makes everything that is kept stale."""
