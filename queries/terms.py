"""Terms of a score: each with its value and weight, so that a score can be read and argued with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from graph.model.shown import said


@dataclass(frozen=True, slots=True)
class Term:
    """One term of a score."""

    name: Annotated[str, said("What the term is.")]
    value: Annotated[
        float | None,
        said("Its value; null where nothing is known, or nothing is there that it could be about."),
    ]
    weight: Annotated[float, said("Its weight in the score, of the policy.")]


def weighted_sum(terms: Iterable[Term]) -> float:
    """Σ value × weight; a term without a value adds nothing.

    >>> weighted_sum([Term("tie", 0.5, 0.4), Term("line", None, 0.6)])
    0.2
    """
    return sum(term.weight * term.value for term in terms if term.value is not None)


def weighted_mean(terms: Iterable[Term]) -> float | None:
    """The same with the weights of the terms that have a value made to sum to 1; None when none has.

    >>> weighted_mean([Term("lines", 0.5, 0.4), Term("departments", None, 0.6)])
    0.5
    """
    known = [(term.value, term.weight) for term in terms if term.value is not None]
    total = sum(weight for _, weight in known)
    return sum(value * weight for value, weight in known) / total if total > 0 else None
