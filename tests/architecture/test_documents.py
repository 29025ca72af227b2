"""The documents agree with the project and with each other."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from graph.policy import Policy
from tests.architecture.checkout import ROOT, pyproject, shown, tracked_files

_LINK = re.compile(r"(?<!!)\[[^\]]+\]\((?P<target>[^)\s]+)\)")
_FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_PLACES = re.compile(r"(?<![\w.~-])/(?:work|root|home|Users|tmp)/[\w.-]+")
_SECRETS = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_\w{36}\b|\bxox[abp]-\w{10}|://[^/\s:@{}$]+:[^@\s{}$]+@"
)


def _documents() -> list[Path]:
    return [path for path in tracked_files() if path.suffix == ".md"]


def _anchor(heading: str) -> str:
    """The anchor that a repository's web view gives a heading."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def _anchors(document: Path) -> set[str]:
    text = _FENCE.sub("", document.read_text(encoding="utf-8"))
    return {_anchor(heading) for heading in re.findall(r"^#{1,6} (.+)$", text, re.MULTILINE)}


def test_every_link_inside_the_project_leads_somewhere() -> None:
    lost = []
    for document in _documents():
        for found in _LINK.finditer(_FENCE.sub("", document.read_text(encoding="utf-8"))):
            target = found["target"]
            if "://" in target or target.startswith("mailto:"):
                continue
            name, _, anchor = target.partition("#")
            leads_to = (document.parent / name).resolve() if name else document
            if not leads_to.exists() or (anchor and anchor not in _anchors(leads_to)):
                lost.append(f"{shown(document)}: {target}")
    assert lost == []


def test_every_document_is_linked_from_another() -> None:
    linked = {
        (document.parent / found["target"].partition("#")[0]).resolve()
        for document in _documents()
        for found in _LINK.finditer(document.read_text(encoding="utf-8"))
        if "://" not in found["target"]
    }
    documents = {path for path in _documents() if path.is_relative_to(ROOT / "docs")}
    assert sorted(map(shown, documents - linked)) == []


def _in_words(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {number}" for name, number in value.items()) or "none"
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return "none" if value is None else str(value)


def test_the_concepts_show_every_number_of_the_policy_with_its_default_and_source() -> None:
    concepts = (ROOT / "docs" / "concepts.md").read_text(encoding="utf-8")
    policy = Policy()
    expected = [
        f"| `{number.name}` | {_in_words(getattr(policy, number.name))} "
        f"| {number.metadata['meaning']} | {number.metadata['source']} |"
        for number in fields(policy)
    ]
    assert [line for line in concepts.splitlines() if re.match(r"\| `\w+_?\w*` \|", line)] == expected


def test_the_changelog_tells_the_version_of_the_project() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## \[{re.escape(pyproject()['project']['version'])}\]", changelog, re.MULTILINE)


@pytest.mark.parametrize("what", [_PLACES, _SECRETS], ids=["a path of one machine", "a secret"])
def test_no_tracked_file_holds(what: re.Pattern[str]) -> None:
    found = []
    for path in tracked_files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # pictures and other bytes
        found += [f"{shown(path)}: {match[0]}" for match in what.finditer(text)]
    assert found == []
