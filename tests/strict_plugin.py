"""A pytest plugin: what was skipped is told by what was missing, and can be a failure.

Loaded by `addopts` in pyproject.toml. On a machine without a browser, Java, Maven, Node, Neo4j or the reference
data some tests are skipped; the last lines of the run say how many and for want of what. On a build server
nothing may be missing: `GUANXI_STRICT=1` makes every skip and every expected failure a failure,
`GUANXI_REQUIRE_NEO4J=1` and `GUANXI_REQUIRE_BROWSER=1` those for want of that.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Generator

import pytest

_WANTS = (
    ("a browser", ("chromium", "browser", "playwright")),
    ("Neo4j (or Java and Maven to start one)", ("neo4j", "java", "maven", "mvn", "jdk")),
    ("Node", ("node", "npm")),
    ("the reference data", ("guanxi_test_data", "shared/data", "reference data", "data folder")),
)
_REQUIRED_BY = {"GUANXI_REQUIRE_BROWSER": _WANTS[0][0], "GUANXI_REQUIRE_NEO4J": _WANTS[1][0]}
_ELSE = "something else"


def missing_part(reason: str) -> str:
    """What a skip's reason says was missing."""
    lowered = reason.lower()
    return next((part for part, words in _WANTS if any(word in lowered for word in words)), _ELSE)


def is_failure(reason: str) -> bool:
    """Whether the environment says that a skip for that reason is a failure."""
    if os.environ.get("GUANXI_STRICT") == "1":
        return True
    return any(
        os.environ.get(variable) == "1" and missing_part(reason) == part for variable, part in _REQUIRED_BY.items()
    )


def _reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    if hasattr(report, "wasxfail"):
        return f"expected to fail: {report.wasxfail or 'no reason given'}"
    text = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    return text.removeprefix("Skipped: ")


def _judge(report: pytest.TestReport | pytest.CollectReport) -> None:
    if report.skipped and is_failure(reason := _reason(report)):
        report.outcome = "failed"
        report.longrepr = f"skipped, and this run allows no such skip: {reason}"
        if hasattr(report, "wasxfail"):
            del report.wasxfail


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    _judge(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    _judge(report)
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = [*terminalreporter.stats.get("skipped", []), *terminalreporter.stats.get("xfailed", [])]
    if not skipped:
        return
    terminalreporter.section("not proven on this machine")
    counts = Counter((missing_part(_reason(report)), _reason(report)) for report in skipped)
    for part in dict.fromkeys(part for part, _ in sorted(counts)):
        reasons = {reason: count for (of, reason), count in counts.items() if of == part}
        terminalreporter.line(f"{sum(reasons.values())} skipped for want of {part}:")
        for reason, count in sorted(reasons.items(), key=lambda item: (-item[1], item[0])):
            terminalreporter.line(f"  {count} x {reason}")
