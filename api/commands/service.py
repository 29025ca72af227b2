"""Subcommands that run and look after the service: serve, demo, migrate, schema, doctor.

What only a server needs is imported where one is started: it takes longer than most commands run.
"""

from __future__ import annotations

import asyncio
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from api.commands.command_line import add_command
from api.commands.given_paths import PATH
from api.commands.output import print_exactly
from api.commands.plain_errors import clear_errors
from api.commands.settings_reading import Store, read_settings
from api.commands.speaking import spoken
from api.guard import is_loopback, token_of
from graph.editing import apply_changes
from graph.messages.told import Told
from graph.open_store import open_store
from graph.policy_book import POLICY_JOURNAL, POLICY_SUBJECT, PolicyBook, read_policy_book, with_versions
from graph.sample_org import sample_changes
from graph.settings import Settings
from graph.store import CompanyFilter, GraphStore, StoreHealth
from graph.store_url import embedded_file
from graph.viewer import SERVICE

_DEMO_STORE = "sqlite:///var/demo.db"
_screen = Console(stderr=True, highlight=False)

Host = Annotated[
    str | None,
    typer.Option(
        help=spoken(Told("Address to listen on; GUANXI_HOST when left out.", "监听的地址；省略时为 GUANXI_HOST。"))
    ),
]
Port = Annotated[
    int | None,
    typer.Option(
        help=spoken(
            Told(
                "Port to listen on, 0 for any free one; GUANXI_PORT when left out.",
                "监听的端口，0 为任一空闲端口；省略时为 GUANXI_PORT。",
            )
        )
    ),
]


def serve(host: Host = None, port: Port = None, store: Store = None) -> None:
    """Serve GraphQL and the pages until stopped."""
    with clear_errors():
        settings = read_settings(host=host, port=port, store_url=store)
        from api.app import create_app
        from api.serving import serve as run_server

        run_server(
            create_app(settings),
            settings,
            lambda url: _tell(Told(f"Guanxi listens on {url}", f"Guanxi 正在监听 {url}")),
        )


def demo(
    host: Host = None,
    port: Port = None,
    store: Annotated[
        str,
        typer.Option(
            help=spoken(
                Told(
                    "Store of the demo world: sqlite:///path or memory:.",
                    "演示数据的存储库：sqlite:///路径 或 memory:。",
                )
            )
        ),
    ] = _DEMO_STORE,
) -> None:
    """Load the demo world into a store of its own, unless it is there already, and serve it."""
    with clear_errors():
        settings = read_settings(host=host, port=port, store_url=store)
        from api.app import create_app
        from api.serving import serve as run_server

        app = create_app(settings, on_open=load_demo_world)
        run_server(app, settings, _tell_where_the_demo_is)


async def load_demo_world(store: GraphStore) -> None:
    """Writes the demo world into the store, when it is empty."""
    if await store.find_companies(SERVICE, CompanyFilter(), 1, None):
        return
    _tell(Told("Loading the demo world …", "正在载入演示数据……"))
    report = await apply_changes(store, SERVICE, sample_changes())
    count = sum(tally.created for tally in report.tallies.values())
    accounts = len(report.revisions)
    _tell(
        Told(f"Loaded {count:,} records in {accounts} accounts.", f"已载入 {accounts} 个客户的 {count:,} 条记录。")
    )


def _tell_where_the_demo_is(url: str) -> None:
    told = Told(
        f"The demo is at {url} and its GraphQL at {url}graphql (stop with Ctrl-C)",
        f"演示位于 {url} ，其 GraphQL 位于 {url}graphql （按 Ctrl-C 停止）",
    )
    _screen.print(spoken(told), soft_wrap=True)


def _tell(told: Told) -> None:
    _screen.print(spoken(told))


def migrate(store: Store = None) -> None:
    """Bring the schema of the store to this version."""
    with clear_errors():
        reached, backend = asyncio.run(_migrate(read_settings(store_url=store)))
        _tell(
            Told(f"The {backend} store has schema version {reached}.", f"{backend} 存储库的模式版本为 {reached}。")
        )


async def _migrate(settings: Settings) -> tuple[int, str]:
    store = await open_store(settings)
    try:
        return await store.migrate(), (await store.get_health()).backend
    finally:
        await store.close()


def schema(
    output: Annotated[
        Path | None,
        typer.Option(
            **PATH,
            help=spoken(Told("File to write; standard output when left out.", "写入的文件；省略时为标准输出。")),
        ),
    ] = None,
) -> None:
    """Print the GraphQL schema."""
    from api.schema import schema as graphql_schema

    text = graphql_schema.as_str() + "\n"
    if output is None:
        print_exactly(text)
    else:
        with clear_errors():
            output.write_text(text, encoding="utf-8")


def doctor(store: Store = None) -> None:
    """Say whether the settings make sense and the store answers."""
    with clear_errors():
        settings = read_settings(store_url=store)
        health = asyncio.run(_get_health(settings))
    facts = Table(show_header=False, box=None)
    for name, value in _facts(settings, health).items():
        facts.add_row(name, value)
    Console(highlight=False).print(facts)
    if token_of(settings) is None and not is_loopback(settings.host):
        told = Told(
            f"guanxi serve will refuse: {settings.host} without GUANXI_API_TOKEN.",
            f"guanxi serve 将拒绝启动：地址为 {settings.host}，但没有 GUANXI_API_TOKEN。",
        )
        _screen.print(spoken(told), style="red")
        raise typer.Exit(1)


async def _get_health(settings: Settings) -> StoreHealth:
    """ValueError for a policy file that is bad, or that does not agree with the versions in the store."""
    policies = read_policy_book(settings.policy_file) if settings.policy_file else PolicyBook()
    store = await open_store(settings, for_reading=True)
    try:
        health = await store.get_health()
        with_versions(policies, await store.read_entries(POLICY_JOURNAL, [POLICY_SUBJECT]))
        return health
    finally:
        await store.close()


def _facts(settings: Settings, health: StoreHealth) -> dict[str, str]:
    file = embedded_file(settings.store_url)
    backend, schema_version = f"{health.backend} {health.version}", health.schema_version
    authentication = Told("none: this machine alone", "无：仅限本机")
    if token_of(settings):
        authentication = Told("bearer token", "Bearer 令牌")
    facts = {
        Told("store", "存储库"): Told(
            f"{backend}, schema version {schema_version}", f"{backend}，模式版本 {schema_version}"
        ),
        **{Told(f"store {name}", f"存储库 {name}"): value for name, value in health.details.items()},
        Told("listens on", "监听"): f"{settings.host}:{settings.port}",
        Told("authentication", "身份验证"): authentication,
        Told("policy", "政策"): str(settings.policy_file or "") or Told("defaults", "默认"),
    }
    if file is not None:
        facts = {Told("store file", "存储库文件"): str(file.absolute()), **facts}
    told = {spoken(name): spoken(value) if isinstance(value, Told) else value for name, value in facts.items()}
    return {"guanxi": version("guanxi"), **told}


def register(app: typer.Typer) -> None:
    """Adds the subcommands to the `guanxi` command."""
    add_command(app, chinese="提供 GraphQL 与网页服务，直到停止。")(serve)
    add_command(app, chinese="将演示数据载入其自有的存储库（若尚未载入），并提供服务。")(demo)
    add_command(app, chinese="将存储库的模式更新到本版本。")(migrate)
    add_command(app, chinese="输出 GraphQL 模式。")(schema)
    add_command(app, chinese="检查设置是否合理，存储库是否有响应。")(doctor)
