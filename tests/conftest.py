"""What all tests share: the examples that Hypothesis draws, and one Neo4j per run, where there is one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from tests.neo4j_for_tests import Neo4jForTests

# The same examples on every run of a build server, new ones on a developer's machine.
settings.register_profile("dev", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") or os.environ.get("GUANXI_STRICT") == "1" else "dev")


# Commands are told in English whatever the locale of the machine is.
os.environ["LC_ALL"] = "C.UTF-8"


@pytest.fixture(scope="session")
def neo4j_for_tests() -> Iterator[Neo4jForTests]:
    """A Neo4j for the whole run, wiped before each test. Without one the test is skipped, with the reason."""
    # Only a run that wants a server pays for looking for one.
    from tests.neo4j_for_tests import find_neo4j_for_tests, why_no_neo4j

    found = find_neo4j_for_tests()
    if found is None:
        pytest.skip(why_no_neo4j())
    found.create_names()
    yield found
    found.close()
