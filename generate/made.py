"""Which files are made, and what is in them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generate.bundle_tables import bundle_tables
from generate.bundle_words import bundle_words
from generate.cypher_statements import made_statements
from generate.marked import with_part
from generate.questions import questions

ROOT = Path(__file__).parents[1]
STATEMENTS = ROOT / "graph" / "cypher" / "made"
"""The folder of which every file is made."""
_BUNDLE = ROOT / "docs" / "bundle.md"
_README = ROOT / "README.md"


def made_files() -> dict[Path, str]:
    """The text of each as the code of the tree makes it."""
    return {
        _BUNDLE: _with_parts(_BUNDLE, {**bundle_tables(), "words": bundle_words()}),
        _README: _with_parts(_README, {"questions": questions()}),
        **{STATEMENTS / f"{name}.cypher": text for name, text in made_statements().items()},
    }


def _with_parts(document: Path, parts: Mapping[str, str]) -> str:
    text = document.read_text(encoding="utf-8")
    for name, part in parts.items():
        text = with_part(text, name, part)
    return text
