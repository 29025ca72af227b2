"""Why a finding is one: the people and edges that cause it, its figures, and the policy it was compared with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its name, as it went into a finding."""

    name: str
    value: float


@dataclass(frozen=True, slots=True)
class EvidenceEdge:
    """An edge that a finding rests on; `source` and `target` are keys of people (or of an opportunity)."""

    kind: str
    source: str
    target: str
    strength: float | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a finding rests on. `people` are keys; `policy` are the policy's numbers it was compared with."""

    people: tuple[str, ...] = ()
    edges: tuple[EvidenceEdge, ...] = ()
    figures: tuple[Figure, ...] = ()
    policy: tuple[Figure, ...] = ()


def figures(values: Mapping[str, float]) -> tuple[Figure, ...]:
    """The mapping as named figures, in its order."""
    return tuple(Figure(name, float(value)) for name, value in values.items())
