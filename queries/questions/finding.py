"""Finding: what does the finding of an id say, and how far is it?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from graph.messages.told import Told
from graph.model.shown import identifier
from queries.findings.worked import WorkedFinding
from queries.kept.numbers import KeptRead
from queries.needs import Need, OneFinding, read_before
from queries.question import NO_ACCOUNTS, Question, TodaysParams, no_part


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingParams(TodaysParams):
    """Which one; `kept` is what is found of it."""

    id: Annotated[str, identifier(Told("Id of the finding.", "风险项的编号。"))]
    kept: KeptRead[WorkedFinding | None] | None = None


def answer(parts: Sequence[None], params: FindingParams) -> WorkedFinding | None:
    """The finding; None when nothing of that id is found now."""
    return read_before(params.kept).found


FINDING: Question[FindingParams, None, WorkedFinding | None] = Question(
    name="finding",
    sentence=Told(
        "The finding of that id; null when nothing of that id is found now.", "该编号的风险项；现在没有时为空。"
    ),
    params=FindingParams,
    answer=WorkedFinding,
    may_be_nothing=True,
    needs=(Need(lambda params: OneFinding(id=params.id, today=params.day), into="kept"),),
    scope=lambda params: NO_ACCOUNTS,
    part=no_part,
    combine=answer,
)
