"""What counts as a blank, and what does not though it looks like little."""

from __future__ import annotations

import pytest

from graph.rules.blanks import is_blank, without_unseen

UNSEEN = [
    "",
    " ",
    "\t\r\n",
    "\u00a0",
    "\u3000",
    "\u200b",
    "\ufeff",
    "\u2060\u200d",
    "\u00ad",
    "\u3164",
    "\u2800",
    "\u202e ",
]


@pytest.mark.parametrize("text", UNSEEN, ids=ascii)
def test_what_nobody_sees_is_blank_and_drops_off_the_ends(text: str) -> None:
    assert is_blank(text)
    assert without_unseen(f"{text}a {text}b{text}") == f"a {text}b"


@pytest.mark.parametrize("text", [".", "·", "-", "、", "0", "\u0600", "\u0301"], ids=ascii)
def test_what_can_be_seen_is_not_blank(text: str) -> None:
    assert not is_blank(text)
    assert without_unseen(text) == text
