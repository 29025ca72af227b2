"""Why a finding is one: the people and edges that cause it, its figures, and the policy it was compared with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import orjson


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
    """Evidence as it is kept with a finding, `text`: read when asked for, it is most of what a finding says.

    Equal to evidence that says the same.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    @classmethod
    def of(cls, evidence: Evidence | KeptEvidence) -> KeptEvidence:
        """The evidence in the form to keep; what there are many of in it as lists without names."""
        said = {
            "people": evidence.people,
            "edges": [(edge.kind, edge.source, edge.target, edge.strength) for edge in evidence.edges],
            "figures": [(figure.name, figure.value) for figure in evidence.figures],
            "policy": [(figure.name, figure.value) for figure in evidence.policy],
        }
        return cls(orjson.dumps(said).decode())

    @property
    def text(self) -> str:
        """JSON without a line break."""
        return self._text

    @property
    def people(self) -> tuple[str, ...]:
        """Keys."""
        return tuple(self._said["people"])

    @property
    def edges(self) -> tuple[EvidenceEdge, ...]:
        """The edges that cause it."""
        return tuple(
            EvidenceEdge(kind=kind, source=source, target=target, strength=strength)
            for kind, source, target, strength in self._said["edges"]
        )

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The numbers that went in."""
        return figures(dict(self._said["figures"]))

    @property
    def policy(self) -> tuple[Figure, ...]:
        """The policy's numbers it was compared with."""
        return figures(dict(self._said["policy"]))

    @cached_property
    def _said(self) -> Mapping[str, Any]:
        said: dict[str, Any] = orjson.loads(self._text)
        return said

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Evidence | KeptEvidence) and _parts(self) == _parts(other)

    def __hash__(self) -> int:
        return hash(_parts(self))


def _parts(evidence: Evidence | KeptEvidence) -> tuple[tuple[str | EvidenceEdge | Figure, ...], ...]:
    return evidence.people, evidence.edges, evidence.figures, evidence.policy


def figures(values: Mapping[str, float]) -> tuple[Figure, ...]:
    """The mapping as named figures, in its order."""
    return tuple(Figure(name, float(value)) for name, value in values.items())
