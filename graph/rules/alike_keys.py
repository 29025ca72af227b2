"""No two keys of a kind look the same: what people cannot tell apart on a screen, they take for one."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence

from graph.messages.told import Told
from graph.model.record_kinds import RECORD_KINDS
from graph.rules.state import Finding, Records, State
from graph.rules.written_forms import difference, plain_form


def find_alike_keys(state: State) -> Iterator[Finding]:
    """New nodes whose key differs from another one's only in width, in kinds of blanks or in the normal form.

    Of two new ones the later is told. Keys of the store that look alike from earlier may stay.
    """
    for name in state.inputs:
        kind = RECORD_KINDS[name]
        if kind.identity == ("key",):
            yield from _alike(state, state.of(kind))


def _alike(state: State, records: Records) -> Iterator[Finding]:
    keys: Sequence[str] = records.column("key")
    odd = {key for key in keys if not key.isascii() and not unicodedata.is_normalized("NFKC", key)}
    if not odd:
        return
    forms = {plain_form(key) for key in odd}
    groups: dict[str, list[int]] = defaultdict(list)
    for index, key in enumerate(keys):
        form = plain_form(key) if key in odd else key
        if form in forms:
            groups[form].append(index)
    stored = state.stored.get(records.kind.name, {})
    for group in groups.values():
        first = min(group, key=lambda index: (keys[index] not in stored, index))
        for index in group:
            if keys[index] != keys[first] and keys[index] not in stored:
                place, unlike = state.place_of(records, first), difference(keys[index], keys[first])
                said = Told(
                    f"expected a key that looks like no other, {place} has {keys[first]!r} ({unlike})",
                    f"编号不应与其他编号相似，{place.chinese}有 {keys[first]!r}（{unlike.chinese}）",
                )
                yield records.finding(index, "key", said)
