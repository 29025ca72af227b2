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

from api.commands.given_paths import PATH
from api.commands.output import print_exactly
from api.commands.plain_errors import clear_errors
from api.commands.settings_reading import Store, read_settings
from api.guard import is_loopback, token_of
from graph.editing import apply_changes
from graph.open_store import open_store
from graph.policy_book import POLICY_JOURNAL, POLICY_SUBJECT, PolicyBook, read_policy_book, with_versions
from graph.sample_org import sample_changes
from graph.settings import Settings
from graph.store import CompanyFilter, GraphStore, StoreHealth
from graph.store_url import embedded_file

_DEMO_STORE = "sqlite:///var/demo.db"
_screen = Console(stderr=True, highlight=False)

Host = Annotated[str | None, typer.Option(help="Address to listen on; GUANXI_HOST when left out.")]
Port = Annotated[
    int | None, typer.Option(help="Port to listen on, 0 for any free one; GUANXI_PORT when left out.")
]


def serve(host: Host = None, port: Port = None, store: Store = None) -> None:
    """Serve GraphQL and the pages until stopped."""
    with clear_errors():
        settings = read_settings(host=host, port=port, store_url=store)
        from api.app import create_app
        from api.serving import serve as run_server

        run_server(create_app(settings), settings, lambda url: _screen.print(f"Guanxi listens on {url}"))


def demo(
    host: Host = None,
    port: Port = None,
    store: Annotated[str, typer.Option(help="Store of the demo world: sqlite:///path or memory:.")] = _DEMO_STORE,
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
    if await store.find_companies(CompanyFilter(), 1, None):
        return
    _screen.print("Loading the demo world …")
    report = await apply_changes(store, sample_changes())
    count = sum(tally.created for tally in report.tallies.values())
    _screen.print(f"Loaded {count:,} records in {len(report.revisions)} accounts.")


def _tell_where_the_demo_is(url: str) -> None:
    _screen.print(f"The demo is at {url} and its GraphQL at {url}graphql (stop with Ctrl-C)", soft_wrap=True)


def migrate(store: Store = None) -> None:
    """Bring the schema of the store to this version."""
    with clear_errors():
        reached, backend = asyncio.run(_migrate(read_settings(store_url=store)))
        _screen.print(f"The {backend} store has schema version {reached}.")


async def _migrate(settings: Settings) -> tuple[int, str]:
    store = await open_store(settings)
    try:
        return await store.migrate(), (await store.get_health()).backend
    finally:
        await store.close()


def schema(
    output: Annotated[
        Path | None, typer.Option(**PATH, help="File to write; standard output when left out.")
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
        _screen.print(f"guanxi serve will refuse: {settings.host} without GUANXI_API_TOKEN.", style="red")
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
    return {
        "guanxi": version("guanxi"),
        **({"store file": str(file.absolute())} if file is not None else {}),
        "store": f"{health.backend} {health.version}, schema version {health.schema_version}",
        **{f"store {name}": value for name, value in health.details.items()},
        "listens on": f"{settings.host}:{settings.port}",
        "authentication": "bearer token" if token_of(settings) else "none: this machine alone",
        "policy": str(settings.policy_file or "defaults"),
    }


def register(app: typer.Typer) -> None:
    """Adds the subcommands to the `guanxi` command."""
    for command in (serve, demo, migrate, schema, doctor):
        app.command()(command)
