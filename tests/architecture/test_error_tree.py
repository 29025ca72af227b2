"""The drawing in the docstring of graph/errors.py is the class tree."""

from __future__ import annotations

import re

from graph import errors


def _drawn() -> dict[str, str | None]:
    """Each drawn class and the one it hangs below."""
    parents: dict[str, str | None] = {}
    above: list[tuple[int, str]] = []
    for line in (errors.__doc__ or "").splitlines():
        found = re.match(r"^(?P<branch>[│ ]*(?:[├└]── )?)(?P<name>[A-Z]\w+)(?:\s|$)", line)
        if found is None or not (found["branch"] or found["name"].endswith("Error")):
            continue
        depth = len(found["branch"])
        while above and above[-1][0] >= depth:
            above.pop()
        parents[found["name"]] = above[-1][1] if above else None
        above.append((depth, found["name"]))
    return parents


def _defined() -> dict[str, str | None]:
    root = errors.RelationshipError
    classes = [
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, root) and kind.__module__ == errors.__name__
    ]
    return {kind.__name__: None if kind is root else kind.__bases__[0].__name__ for kind in classes}


def test_the_drawing_of_the_error_tree_is_the_error_tree() -> None:
    assert _drawn() == _defined()


def test_the_tree_has_more_than_its_root() -> None:
    assert len(_defined()) > 1
