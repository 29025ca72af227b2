"""Why a finding is one: the people and edges that cause it, its figures, and the policy it was compared with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property


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


class KeptEvidence:
    """Evidence of a finding that was kept: read when it is asked for, as it is most of what a finding rests on.

    Equal to evidence that says the same.
    """

    def __init__(self, read: Callable[[], Evidence]) -> None:
        self._read = read

    @cached_property
    def _evidence(self) -> Evidence:
        return self._read()

    @property
    def people(self) -> tuple[str, ...]:
        """Keys."""
        return self._evidence.people

    @property
    def edges(self) -> tuple[EvidenceEdge, ...]:
        """The edges that cause it."""
        return self._evidence.edges

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The numbers that went in."""
        return self._evidence.figures

    @property
    def policy(self) -> tuple[Figure, ...]:
        """The policy's numbers it was compared with."""
        return self._evidence.policy

    def __eq__(self, other: object) -> bool:
        return self._evidence == (other._evidence if isinstance(other, KeptEvidence) else other)

    def __hash__(self) -> int:
        return hash(self._evidence)


def figures(values: Mapping[str, float]) -> tuple[Figure, ...]:
    """The mapping as named figures, in its order."""
    return tuple(Figure(name, float(value)) for name, value in values.items())
