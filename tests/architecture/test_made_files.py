"""What follows from declarations is in the tree as the declarations make it."""

from __future__ import annotations

from generate.made import STATEMENTS, made_files


def test_the_made_files_are_as_the_code_makes_them() -> None:
    for path, text in made_files().items():
        assert (path.read_text(encoding="utf-8") if path.is_file() else None) == text, (
            f"{path.name} is not what the code says: run make generate"
        )


def test_the_folder_of_made_statements_holds_no_other() -> None:
    assert set(STATEMENTS.iterdir()) == {path for path in made_files() if path.parent == STATEMENTS}


def test_no_statement_is_both_made_and_written_by_hand() -> None:
    by_hand = {path.name for path in STATEMENTS.parent.glob("*.cypher")}
    assert by_hand.isdisjoint(path.name for path in STATEMENTS.iterdir())
