"""Search: what holds every word of a text?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from graph.model.shown import said, up_to
from graph.store import Hit
from queries.needs import Hits, Need
from queries.page_cursor import PAGE_LIMIT
from queries.question import NO_ACCOUNTS, Question, TodaysParams, no_part


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchParams(TodaysParams):
    """The text; `found` is what holds it."""

    text: Annotated[str, said("The text to look for.")]
    first: Annotated[int, up_to(PAGE_LIMIT, "How many at most, 1 to {}.")] = 20
    found: tuple[Hit, ...] = ()


def _wanted(params: SearchParams) -> Hits:
    return Hits(text=params.text, first=params.first)


def answer(parts: Sequence[None], params: SearchParams) -> tuple[Hit, ...]:
    """What holds the text, nearest first; nothing for a blank one."""
    return params.found


SEARCH: Question[SearchParams, None, tuple[Hit, ...]] = Question(
    name="search",
    sentence="Companies, departments, people and opportunities that hold every word of the text, in any order: as "
    "part of a name, key, title or e-mail, or of the pinyin or its initials.",
    more="Case, width and accents make no difference. Nearest first.",
    params=SearchParams,
    answer=tuple[Hit, ...],
    needs=(Need(_wanted, into="found"),),
    scope=lambda params: NO_ACCOUNTS,
    part=no_part,
    combine=answer,
)
