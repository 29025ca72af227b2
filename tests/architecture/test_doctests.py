"""Every example in a docstring comes out as it is written."""

from __future__ import annotations

import doctest
import importlib

import pytest

from tests.architecture.checkout import PACKAGES, ROOT, python_files

_MODULES = [
    ".".join(path.relative_to(ROOT).with_suffix("").parts)
    for path in python_files(*PACKAGES)
    if ">>> " in path.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("name", _MODULES)
def test_the_examples_of_a_module_come_out_as_written(name: str) -> None:
    ran = doctest.testmod(importlib.import_module(name))
    assert ran.attempted > 0
    assert ran.failed == 0
