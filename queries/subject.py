"""What a finding or map entry is about: a node, or a line of the organisation."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Subject:
    """`kind` is a NodeKind or "Line"; `key` the node's key or the line's name; `name` what people call it."""

    kind: str
    key: str
    name: str | None
