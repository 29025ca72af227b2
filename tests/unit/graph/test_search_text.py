"""What a node is searched in, where names are longer than anybody types."""

from __future__ import annotations

import time

from graph.search_text import is_called, search_text


def test_names_of_very_many_characters_are_read_as_pinyin_in_little_time_at_their_beginning() -> None:
    name = "王伟" + "重长" * 65_000
    began = time.monotonic()
    for key in range(20):
        held = search_text(f"p{key}", name, title=name)
        assert not is_called(name, "wangwei")
    assert time.monotonic() - began < 15  # it was a minute and more
    assert "wangwei" in held
    assert name in held
