"""Why a finding is one: the people and edges that cause it, its figures, and the policy it was compared with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

from graph.model.masks import Mask
from graph.model.shown import identifier, node, said, word
from graph.model.words import EdgeKind, NodeKind


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its name."""

    name: Annotated[str, said("What the number is.")]
    value: Annotated[float, said("The number, unrounded.")]


@dataclass(frozen=True, slots=True)
class EvidenceEdge:
    """An edge that a finding rests on."""

    kind: Annotated[str, word(EdgeKind, "What the edge says.")]
    source: Annotated[str, identifier("Key of the person it starts at.")]
    target: Annotated[str, identifier("Key of the person or opportunity it ends at.")]
    strength: Annotated[
        float | None,
        said("Its strength or weight on the day, 0 to 1.", mask=Mask.JUDGEMENT),
    ] = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a finding rests on, and the policy values it was compared with."""

    people: Annotated[tuple[str, ...], node(NodeKind.PERSON, "The people that cause it.")] = ()
    edges: Annotated[tuple[EvidenceEdge, ...], said("The edges that cause it.")] = ()
    figures: Annotated[tuple[Figure, ...], said("The numbers that went in.", mask=Mask.JUDGEMENT)] = ()
    policy: Annotated[tuple[Figure, ...], said("The policy's numbers it was compared with.")] = ()


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
