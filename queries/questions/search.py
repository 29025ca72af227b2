"""Search: what holds every word of a text?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from graph.messages.told import Told
from graph.model.shown import said, up_to
from graph.store import Hit
from queries.needs import Hits, Need
from queries.page_cursor import PAGE_LIMIT
from queries.question import NO_ACCOUNTS, Question, TodaysParams, no_part


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchParams(TodaysParams):
    """The text; `found` is what holds it."""

    text: Annotated[str, said(Told("The text to look for.", "要查找的文字。"))]
    first: Annotated[
        int, up_to(PAGE_LIMIT, Told(f"How many at most, 1 to {PAGE_LIMIT}.", f"最多多少条，1 至 {PAGE_LIMIT}。"))
    ] = 20
    found: tuple[Hit, ...] = ()


def _wanted(params: SearchParams) -> Hits:
    return Hits(text=params.text, first=params.first)


def answer(parts: Sequence[None], params: SearchParams) -> tuple[Hit, ...]:
    """What holds the text, nearest first; nothing for a blank one."""
    return params.found


SEARCH: Question[SearchParams, None, tuple[Hit, ...]] = Question(
    name="search",
    sentence=Told(
        "Companies, departments, people and opportunities that hold every word of the text, in any order: as "
        "part of a name, key, title or e-mail, or of the pinyin or its initials.",
        "含有全部所查文字的公司、部门、人员和项目，次序不限：名称、编号、职务或邮箱的一部分，或其拼音或拼音首字母。",
    ),
    more=Told(
        "Case, width and accents make no difference. Nearest first.",
        "大小写、全半角和重音不影响结果。最接近的在前。",
    ),
    params=SearchParams,
    answer=tuple[Hit, ...],
    needs=(Need(_wanted, into="found"),),
    scope=lambda params: NO_ACCOUNTS,
    part=no_part,
    combine=answer,
)
