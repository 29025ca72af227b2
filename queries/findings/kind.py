"""A kind of findings, as its rule declares it: the word for it in both languages, and what it means."""

from __future__ import annotations

from typing import NamedTuple


class Kind(NamedTuple):
    """What declares a member of `queries.findings.catalogue.FindingKind`."""

    name: str
    english: str
    chinese: str
    meaning: str
