"""What the packages import is what the wheel asks for, no more and no less."""

from __future__ import annotations

import ast
import re
import sys
from importlib.metadata import packages_distributions

from tests.architecture.checkout import PACKAGES, pyproject, python_files

_USED_WITHOUT_AN_IMPORT = {
    "neo4j-rust-ext",  # replaces parts of the neo4j driver when it is installed
    "python-multipart",  # FastAPI reads uploads with it
}


def _asked_for() -> set[str]:
    return {
        re.split(r"[\[<>=!~; ]", line, maxsplit=1)[0].lower() for line in pyproject()["project"]["dependencies"]
    }


def _imported() -> set[str]:
    """The distributions of every module that is imported anywhere in the packages."""
    roots: set[str] = set()
    for path in python_files(*PACKAGES):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                roots |= {name.name.partition(".")[0] for name in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                roots.add(node.module.partition(".")[0])
    outside = roots - set(sys.stdlib_module_names) - set(PACKAGES)
    distributions = packages_distributions()
    return {re.sub("[-_.]+", "-", distributions[root][0].lower()) for root in outside}


def test_every_package_that_is_imported_is_asked_for() -> None:
    brought_by_those = {"graphql-core", "pydantic", "starlette"}  # parts of Strawberry and FastAPI, by contract
    assert _imported() - _asked_for() - brought_by_those == set()


def test_no_package_is_asked_for_in_vain() -> None:
    assert _asked_for() - _imported() - _USED_WITHOUT_AN_IMPORT == set()
