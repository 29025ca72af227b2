"""What a node is searched in, where names are longer than anybody types."""

from __future__ import annotations

from graph.search_text import is_called, search_text


def test_names_of_very_many_characters_are_read_as_pinyin_at_their_beginning_alone() -> None:
    name = "王伟" + "重长" * 65_000
    held = search_text("p", name, name)
    assert not is_called(name, "wangwei")
    assert len(held) < 3 * len(name), "the name, the title and little more"
    assert "wangwei" in held
    assert name in held
