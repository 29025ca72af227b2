"""What follows from declarations is in the tree as the declarations make it."""

from __future__ import annotations

from generate.made import made_files


def test_the_made_files_are_as_the_code_makes_them() -> None:
    for path, text in made_files().items():
        assert path.read_text(encoding="utf-8") == text, (
            f"{path.name} is not what the code says: run make generate"
        )
