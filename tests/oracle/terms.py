"""Scores made of terms: name -> (value or None, weight)."""

from __future__ import annotations

Terms = dict[str, tuple[float | None, float]]


def score(terms: Terms) -> float:
    """Σ weight × value; what is not known adds nothing."""
    return sum(weight * value for value, weight in terms.values() if value is not None)


def renormalised(terms: Terms) -> float | None:
    """The mean by the weights of what is known; None when nothing is, or nothing that counts."""
    known = {name: (value, weight) for name, (value, weight) in terms.items() if value is not None}
    total = sum(weight for _, weight in known.values())
    return score(dict(known)) / total if total > 0 else None
