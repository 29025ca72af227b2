"""`guanxi rates`: the base currency and the dated exchange rates, shown and kept."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import orjson
import typer
from rich.console import Console

from api.commands.command_line import Group, add_command
from api.commands.given_paths import PATH
from api.commands.plain_errors import clear_errors
from api.commands.problem_printing import problem_lines
from api.commands.rate_tables import base_currency_of, rows_of, table_of
from api.commands.settings_reading import Store, read_settings, read_settings_of_a_store
from api.commands.speaking import in_chinese, spoken
from graph.editing import apply_changes
from graph.errors import BadInput, NotInGraph, QuestionRejected
from graph.exchange.importing import import_table
from graph.messages.told import Told
from graph.model.exchange_rates import RATES
from graph.open_store import open_store
from graph.policy import Policy
from graph.policy_book import PolicyBook, PolicyChange, read_policy_book, version_entry
from graph.rates import Rates
from graph.rules.cells import CellRefused, read_cell
from graph.settings import Settings
from graph.store import Changes, Delete, GraphStore, Table
from graph.viewer import LOCAL, Viewer

if TYPE_CHECKING:
    from queries.ask import Asker

T = TypeVar("T")
_DAY_FORMATS = ["%Y-%m-%d"]
_screen = Console(highlight=False)
app = typer.Typer(
    cls=Group,
    help=spoken(
        Told(
            "Show the base currency and the dated exchange rates, or keep others.",
            "显示本位币与带日期的汇率，或登记其他汇率。",
        )
    ),
)

Currency = Annotated[str, typer.Argument(help=spoken(Told("ISO 4217 code, as USD.", "ISO 4217 代码，如 USD。")))]


@app.callback(invoke_without_command=True, help=in_chinese("显示本位币，以及各汇率及其日期。"))
def rates(
    context: typer.Context,
    on: Annotated[
        datetime | None,
        typer.Option(
            formats=_DAY_FORMATS,
            help=spoken(
                Told(
                    "Only the rates that hold on this day; all when left out.",
                    "只显示该日有效的汇率；省略时显示全部。",
                )
            ),
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help=spoken(Told("As JSON.", "以 JSON 输出。")))] = False,
    store: Store = None,
) -> None:
    """Show the base currency and the rates into it, with their days."""
    if context.invoked_subcommand is not None:
        return
    with clear_errors():
        settings = read_settings_of_a_store(store)
        policy, known = _run(settings, lambda opened: _read(opened, settings), for_reading=True)
    rows = rows_of(policy, known, None if on is None else on.date())
    if json:
        typer.echo(orjson.dumps({"baseCurrency": policy.base_currency, "rates": rows}, option=orjson.OPT_INDENT_2))
        return
    _screen.print(spoken(base_currency_of(policy)))
    if rows:
        _screen.print(table_of(rows))
    else:
        _screen.print(spoken(Told("There are no rates.", "没有汇率。")))


@add_command(app, "set", chinese="登记汇率；同一货币同一日期的汇率会被替换。")
def set_(
    currency: Currency,
    rate: Annotated[
        str,
        typer.Argument(
            help=spoken(Told("One unit of it in the base currency, as 7.1.", "一单位该货币折合的本位币，如 7.1。"))
        ),
    ],
    on: Annotated[
        datetime | None,
        typer.Option(
            formats=_DAY_FORMATS,
            help=spoken(
                Told("The first day on which it holds; today when left out.", "生效的第一天；省略时为今天。")
            ),
        ),
    ] = None,
    store: Store = None,
) -> None:
    """Keep a rate; one of the same currency and day is replaced."""
    day = (date.today() if on is None else on.date()).isoformat()
    table = Table(RATES, {"currency": [currency], "on": [day], "rate": [rate]})
    with clear_errors():
        settings = read_settings(store_url=store)
        _written(settings, lambda opened: apply_changes(opened, LOCAL, Changes(upserts=[table])))
        policy, _ = _run(settings, lambda opened: _read(opened, settings))
    base = Told("of the base currency", "本位币")
    if policy.base_currency is not None:
        base = Told(policy.base_currency, policy.base_currency)
    told = Told(
        f"1 {currency} is {rate} {base} from {day} on.", f"自 {day} 起，1 {currency} 折合 {rate} {base.chinese}。"
    )
    _screen.print(spoken(told))
    if currency == policy.base_currency:
        told = Told(
            f"{currency} is the base currency, which is always 1: this rate is not used.",
            f"{currency} 是本位币，恒为 1：此汇率不会被使用。",
        )
        _screen.print(spoken(told))
    elif policy.base_currency is None:
        _screen.print(spoken(base_currency_of(policy)))


@add_command(app, chinese="删除某日的汇率，或某货币的全部汇率。")
def delete(
    currency: Currency,
    on: Annotated[
        datetime | None,
        typer.Option(
            formats=_DAY_FORMATS,
            help=spoken(Told("Its day; all days when left out.", "汇率的日期；省略时为所有日期。")),
        ),
    ] = None,
    store: Store = None,
) -> None:
    """Delete the rate of a day, or all rates of a currency."""
    with clear_errors():
        settings = read_settings_of_a_store(store)
        day = None if on is None else on.date().isoformat()
        count = _run(settings, lambda opened: _delete(opened, LOCAL, currency, day))
    _screen.print(spoken(Told(f"Deleted {_counted(count)}.", f"已删除 {count:,} 条汇率。")))


@add_command(app, "import", chinese="登记 CSV 文件中的全部汇率；有误时一概不登记。")
def import_(
    path: Annotated[
        Path,
        typer.Argument(
            **PATH,
            help=spoken(
                Told(
                    "A CSV file with the columns currency, on and rate.", "含 currency、on、rate 三列的 CSV 文件。"
                )
            ),
        ),
    ],
    store: Store = None,
) -> None:
    """Keep the rates of a CSV file, all of them or, when something is wrong, none."""
    with clear_errors():
        settings = read_settings(store_url=store)
        report = _written(settings, lambda opened: import_table(opened, LOCAL, RATES, path))
    tally = report.tallies[RATES.name]
    told = Told(
        f"{_counted(tally.created)} new, {tally.changed:,} changed, {tally.unchanged:,} as before.",
        f"新增 {tally.created:,} 条汇率，更改 {tally.changed:,} 条，不变 {tally.unchanged:,} 条。",
    )
    _screen.print(spoken(told))


@add_command(app, chinese="设定用于合计金额的本位币，作为政策的新版本。")
def base(
    currency: Currency,
    actor: Annotated[str, typer.Option(help=spoken(Told("Who says so.", "操作人。")))] = "guanxi rates",
    store: Store = None,
) -> None:
    """Set the base currency, in which amounts are added, as a new version of the policy."""
    with clear_errors():
        settings = read_settings(store_url=store)
        _require_code(currency)
        is_new = _run(settings, lambda opened: _set_base(opened, LOCAL.named(actor), settings, currency))
    told = Told(f"The base currency is {currency}.", f"本位币为 {currency}。")
    if not is_new:
        told = Told(f"The base currency is {currency}, as before.", f"本位币为 {currency}，没有变化。")
    _screen.print(spoken(told))


def _require_code(currency: str) -> None:
    """QuestionRejected when it is no currency's code."""
    try:
        read_cell(RATES.column("currency"), currency)
    except CellRefused as refusal:
        raise QuestionRejected(Told(f"{currency}: {refusal}", f"{currency}：{refusal.told.chinese}")) from None


async def _read(store: GraphStore, settings: Settings) -> tuple[Policy, Rates]:
    asker = _asker(store, settings)
    return (await asker.policies()).for_grade(None), await asker.rates()


async def _delete(store: GraphStore, viewer: Viewer, currency: str, day: str | None) -> int:
    """How many; NotInGraph when there is none."""
    found = [rate for rate in await store.find(viewer, RATES, "currency", [currency]) if day in (None, rate.on)]
    if not found:
        raise NotInGraph("Rate", currency if day is None else f"{currency}, {day}")
    await apply_changes(
        store, viewer, Changes(deletes=[Delete(RATES, (rate.currency, rate.on)) for rate in found])
    )
    return len(found)


async def _set_base(store: GraphStore, viewer: Viewer, settings: Settings, currency: str) -> bool:
    """Whether it was another one before; WrongNumber when it cannot be."""
    asker = _asker(store, settings)
    book = await asker.policies()
    if book.for_grade(None).base_currency == currency:
        return False
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    change = PolicyChange("base_currency", None, currency)
    entry = version_entry(book.version + 1, None, [change], at=now, viewer=viewer, note=None)
    await asker.with_version(entry)
    await store.write(viewer, Changes(entries=(entry,)))
    return True


def _asker(store: GraphStore, settings: Settings) -> Asker:
    from queries.ask import Asker  # takes a second, which other commands need not wait

    return Asker(store, read_policy_book(settings.policy_file) if settings.policy_file else PolicyBook())


def _run(settings: Settings, work: Callable[[GraphStore], Awaitable[T]], *, for_reading: bool = False) -> T:
    """What the work gives with the store of the settings."""

    async def run() -> T:
        opened = await open_store(settings, for_reading=for_reading)
        try:
            return await work(opened)
        finally:
            await opened.close()

    return asyncio.run(run())


def _written(settings: Settings, work: Callable[[GraphStore], Awaitable[T]]) -> T:
    """The same; what was wrong is told line by line, and ends the command."""
    try:
        return _run(settings, work)
    except BadInput as refusal:
        for line in problem_lines(refusal.problems):
            typer.echo(line, err=True)
        raise typer.Exit(1) from None


def _counted(count: int) -> str:
    return "1 rate" if count == 1 else f"{count:,} rates"
