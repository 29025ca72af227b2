"""Subcommand that brings what was found up to date: refresh."""

from __future__ import annotations

import asyncio
import os
import time
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from api.commands.command_line import add_command
from api.commands.naming import key_of_named
from api.commands.plain_errors import clear_errors
from api.commands.settings_reading import Store, read_settings_of_a_store
from api.commands.speaking import spoken
from api.log_setup import configure_logs
from graph.messages.told import Told
from graph.model.words import NodeKind
from graph.store_url import store_scheme

_ACCOUNTS_PER_PROCESS = 16
"""Fewer are computed before another process has started."""
_REFRESH = (
    "重新计算自上次计算以来有变化或已过期的客户的风险项。\n\n"
    "可同时运行多个此命令与服务：每个客户只计算一次。有客户无法计算时退出码为 1。"
)
_screen = Console(highlight=False)
_notes = Console(stderr=True, highlight=False)


def refresh(
    processes: Annotated[
        int | None,
        typer.Option(
            min=1,
            help=spoken(
                Told(
                    "Processes to share the work; one for every core when left out.",
                    "分担工作的进程数；省略时每个核心一个。",
                )
            ),
        ),
    ] = None,
    account: Annotated[
        list[str] | None,
        typer.Option(
            help=spoken(
                Told(
                    "Key or name of an account, any number of times; all accounts when left out.",
                    "客户的编号或名称，可多次给出；省略时为所有客户。",
                )
            )
        ),
    ] = None,
    store: Store = None,
) -> None:
    """Recompute what was found about accounts that have changed, or aged, since it was computed.

    Any number of such commands, and services, may run at the same time: no account is computed twice. Exit code 1
    when an account could not be computed.
    """
    with clear_errors():
        settings = read_settings_of_a_store(store)
        configure_logs(settings.log_level)
        if account is not None:
            account = [
                asyncio.run(key_of_named(settings, NodeKind.COMPANY, typed, "account")) for typed in account
            ]
        from api.refreshing.processes import read_stale_accounts, refresh_here, refresh_in_processes

        account_count, stale_count = asyncio.run(read_stale_accounts(settings, account))
        if not stale_count:
            told = Told(
                f"Nothing to refresh: {_accounts(account_count)}, all up to date.",
                f"无需更新：{account_count:,} 个客户均为最新。",
            )
            _screen.print(spoken(told))
            return
        started = time.perf_counter()
        process_count = min(processes or os.cpu_count() or 1, -(-stale_count // _ACCOUNTS_PER_PROCESS))
        if store_scheme(settings.store_url) == "memory":
            process_count = 1  # nobody else can read it
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        with Progress(*columns, console=_notes, transient=True, disable=not _notes.is_terminal) as bars:
            bar = bars.add_task(spoken(Told("accounts", "客户")), total=stale_count)

            def advance(count: int) -> None:
                bars.advance(bar, count)

            if process_count == 1:
                report = asyncio.run(refresh_here(settings, account, advance))
            else:
                report = refresh_in_processes(settings, account, process_count, advance)
        seconds = time.perf_counter() - started
        rate = report.refreshed_count / seconds
        told = Told(
            f"Refreshed {_accounts(report.refreshed_count)} in {seconds:.1f} s ({rate:,.0f} a second).",
            f"已更新 {report.refreshed_count:,} 个客户，用时 {seconds:.1f} 秒（每秒 {rate:,.0f} 个）。",
        )
        _screen.print(spoken(told))
        _, left_count = asyncio.run(read_stale_accounts(settings, account))
    if report.failed_count:
        told = Told(
            f"{_accounts(report.failed_count)} could not be computed; the log says which.",
            f"{report.failed_count:,} 个客户无法计算；详见日志。",
        )
        _notes.print(spoken(told), style="red")
        raise typer.Exit(1)
    if left_count:
        told = Told(
            f"{_accounts(left_count)} changed meanwhile, or another process is at work on them.",
            f"{left_count:,} 个客户在此期间又有变化，或正由其他进程处理。",
        )
        _notes.print(spoken(told))


def _accounts(count: int) -> str:
    return "1 account" if count == 1 else f"{count:,} accounts"


def register(app: typer.Typer) -> None:
    """Adds the subcommand to the `guanxi` command."""
    add_command(app, chinese=_REFRESH)(refresh)
