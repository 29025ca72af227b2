"""guanxi refresh, as typed: in this process and in several, also when one of them is killed."""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import structlog
import typer
from typer.testing import CliRunner

from api.commands import refreshing
from api.refreshing.processes import refresh_in_processes
from graph.errors import RelationshipError
from graph.open_store import open_store
from graph.settings import Settings
from tests.api.refreshed_store import Worker, account, store_with
from tests.contract.writing import put

app = typer.Typer()
refreshing.register(app)
app.callback()(lambda: None)
MANY = tuple(f"a{number:03}" for number in range(160))


@pytest.fixture(autouse=True)
def logs_as_before() -> Iterator[None]:
    """The command sends logs to its standard error."""
    handlers, level = logging.getLogger().handlers[:], logging.getLogger().level
    yield
    logging.getLogger().handlers[:] = handlers
    logging.getLogger().setLevel(level)
    structlog.reset_defaults()


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'store.db'}"


def fill(url: str, *keys: str, people_count: int = 2) -> None:
    async def fill_and_close() -> None:
        store = await store_with(Path(url.removeprefix("sqlite:///")), *keys)
        await put(store, *account(keys[0], people_count))
        await store.close()

    asyncio.run(fill_and_close())


def stale_accounts(url: str) -> list[str]:
    """Those that are stale today; to compute them all, no lease may run."""

    async def ask() -> list[str]:
        store = await open_store(Settings(_env_file=None, store_url=url))
        stale = await Worker(store, today=date.today()).stale()
        await store.close()
        return stale

    return asyncio.run(ask())


def run(url: str, *arguments: str, **environment: object) -> Any:
    env = {f"GUANXI_{name.upper()}": str(value) for name, value in environment.items()}
    return CliRunner(env=env).invoke(app, ["refresh", "--store", url, *arguments])


def started(url: str, process_count: int) -> subprocess.Popen[bytes]:
    """The command as a process of its own, once it has computed an account."""
    arguments = ["refresh", "--store", url, "--processes", str(process_count)]
    environment = os.environ | {"GUANXI_LEASE_SECONDS": "1" if process_count == 1 else "3600"}
    process = subprocess.Popen(
        [sys.executable, "-m", "api.cli", *arguments], env=environment, preexec_fn=_listen_to_interrupts
    )
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as reader:  # opening a store would wait for it
        while not reader.execute("SELECT count(*) FROM postures").fetchone()[0]:
            assert process.poll() is None
            time.sleep(0.001)
    return process


def _listen_to_interrupts() -> None:
    """What a shell runs in the background ignores them, and so would its children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_it_says_how_many_accounts_it_refreshed_and_then_that_there_is_nothing_to_do(url: str) -> None:
    fill(url, "a", "b", "c")
    done = run(url)
    assert done.exit_code == 0
    assert re.fullmatch(r"Refreshed 3 accounts in \d+\.\d s \([\d,]+ a second\)\.\n", done.stdout)
    assert stale_accounts(url) == []
    again = run(url)
    assert (again.exit_code, again.stdout) == (0, "Nothing to refresh: 3 accounts, all up to date.\n")


def test_only_the_accounts_named_are_refreshed(url: str) -> None:
    fill(url, "a", "b", "c")
    assert run(url, "--account", "b").stdout.startswith("Refreshed 1 account in")
    assert stale_accounts(url) == ["a", "c"]
    assert run(url, "--account", "b").stdout == "Nothing to refresh: 1 account, all up to date.\n"
    unknown = run(url, "--account", "nobody")
    assert unknown.exit_code == 1
    assert "no account has the key 'nobody'" in unknown.stderr


def test_a_store_without_accounts_has_nothing_to_refresh() -> None:
    assert run("memory:").stdout == "Nothing to refresh: 0 accounts, all up to date.\n"


def test_an_account_that_cannot_be_computed_ends_with_exit_code_1_and_the_others_are_done(url: str) -> None:
    fill(url, "a", "b", people_count=9)
    done = run(url, people_limit=5)
    assert done.exit_code == 1
    assert "Refreshed 1 account in" in done.stdout
    assert "1 account could not be computed" in done.stderr
    assert stale_accounts(url) == ["a"]


def test_several_processes_share_the_accounts(url: str) -> None:
    fill(url, *MANY)
    done = run(url, "--processes", "2")
    assert done.stdout.startswith(f"Refreshed {len(MANY)} accounts in"), done.output
    assert stale_accounts(url) == []


def test_the_others_take_over_what_a_killed_process_had_claimed(url: str) -> None:
    fill(url, *MANY)
    settings = Settings(_env_file=None, store_url=url, lease_seconds=1)
    killed: list[int] = []

    def kill_one(_: int) -> None:
        if not killed:
            victim = multiprocessing.active_children()[0]
            victim.kill()
            killed.append(victim.pid or 0)

    report = refresh_in_processes(settings, None, 2, kill_one)
    assert killed
    assert report.failed_count == 0
    assert stale_accounts(url) == []
    assert multiprocessing.active_children() == []


def test_when_every_process_is_killed_the_command_says_so(url: str) -> None:
    fill(url, *MANY)
    settings = Settings(_env_file=None, store_url=url)
    with pytest.raises(RelationshipError, match="ended before"):
        refresh_in_processes(
            settings, None, 2, lambda _: [each.kill() for each in multiprocessing.active_children()]
        )
    assert stale_accounts(url)


def test_a_defect_of_a_worker_is_logged_under_an_id_without_its_text(
    url: str, capfd: pytest.CaptureFixture[str]
) -> None:
    fill(url, "a", "b")
    with sqlite3.connect(url.removeprefix("sqlite:///")) as connection:  # what no import lets in
        connection.execute("UPDATE ties SET last_contact = '1 Boss of a'")
    connection.close()
    with pytest.raises(RelationshipError, match="ended before"):
        refresh_in_processes(Settings(_env_file=None, store_url=url, lease_seconds=1), None, 2, lambda _: None)
    logged = capfd.readouterr().err
    assert "unexpected_error" in logged
    assert "error_id" in logged
    assert "ValueError" in logged
    assert "Boss" not in logged
    assert "Traceback" not in logged


def test_a_later_run_takes_over_from_one_that_was_killed(url: str) -> None:
    fill(url, *MANY)
    process = started(url, process_count=1)
    process.kill()
    process.wait()
    assert stale_accounts(url)
    done = run(url, lease_seconds=1)
    assert done.exit_code == 0, done.output
    assert stale_accounts(url) == []


def test_an_interrupted_run_gives_back_what_its_processes_had_claimed(url: str) -> None:
    fill(url, *MANY)
    process = started(url, process_count=2)
    process.send_signal(signal.SIGINT)
    process.wait()
    left_count = len(stale_accounts(url))
    assert left_count
    done = run(url, "--processes", "1", lease_seconds=5)  # it would not wait for a lease of an hour
    assert done.stdout.startswith(f"Refreshed {left_count} account"), done.output
    assert stale_accounts(url) == []
