"""`guanxi neo4j start|stop|status`: a Neo4j Community server on this machine, for people without Docker."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.commands.given_paths import PATH
from api.commands.plain_errors import clear_errors
from api.commands.settings_reading import read_settings
from graph.neo4j_server import (
    DEFAULT_HEAP,
    DEFAULT_VERSION,
    RunningServer,
    ServerPlan,
    find_server,
    is_answering,
    password_file,
    start_server,
    stop_server,
)

app = typer.Typer(help="A Neo4j Community server on this machine, without Docker.", no_args_is_help=True)

DEFAULT_HOME = Path("var/neo4j")

Home = Annotated[Path, typer.Option(**PATH, help="Folder of the server: its data, logs, settings and password.")]


@app.command()
def start(
    home: Home = DEFAULT_HOME,
    version: Annotated[str, typer.Option(help="Version of Neo4j; fetched when new here.")] = DEFAULT_VERSION,
    bolt_port: Annotated[int, typer.Option(help="Port for Guanxi, on the loopback interface.")] = 7687,
    http_port: Annotated[int, typer.Option(help="Port of Neo4j's own pages, on the loopback interface.")] = 7474,
    heap: Annotated[
        str, typer.Option(help="Largest heap of the server. 2g holds a load of 100,000 people.")
    ] = DEFAULT_HEAP,
) -> None:
    """Start the server, or say that it runs already, and tell how to point Guanxi at it.

    Maven fetches the server once, into $XDG_CACHE_HOME/guanxi/neo4j (~/.cache/guanxi/neo4j). It needs Java 17 or
    21 (Neo4j 5.26), Java 21 or newer (later versions). The password of a new server is GUANXI_NEO4J_PASSWORD;
    without that, one is made and kept in the file `password` in the home, readable by you alone.
    """
    with clear_errors():
        password = read_settings().neo4j_password
        plan = ServerPlan(
            home=home,
            version=version,
            bolt_port=bolt_port,
            http_port=http_port,
            heap=heap,
            password=password.get_secret_value() if password else None,
        )
        was_running = find_server(home) is not None
        server = start_server(plan, lambda said: typer.echo(said, err=True))
    typer.echo(f"Neo4j {server.version} {'was already running' if was_running else 'is running'}.")
    _tell_use(server, home)


@app.command()
def stop(home: Home = DEFAULT_HOME) -> None:
    """Stop the server cleanly; the data stays for the next start. Takes some ten seconds."""
    with clear_errors():
        was_running = stop_server(home)
    typer.echo("Neo4j is stopped." if was_running else "No Neo4j was running here.")


@app.command()
def status(home: Home = DEFAULT_HOME) -> None:
    """Say whether the server runs. Exit code 1 when it does not."""
    with clear_errors():
        server = find_server(home)
    if server is None:
        typer.echo(f"No Neo4j is running from {home}.")
        raise typer.Exit(1)
    answers = "answers" if is_answering(server.bolt_port) else "does not answer (yet)"
    typer.echo(f"Neo4j {server.version} runs as process {server.pid} and {answers}.")
    _tell_use(server, home)


def _tell_use(server: RunningServer, home: Path) -> None:
    kept = password_file(home)
    typer.echo(f"\nBrowse it at {server.http_url}. To have Guanxi use it:\n")
    typer.echo(f"  export GUANXI_STORE_URL={server.bolt_url} GUANXI_NEO4J_USER=neo4j")
    if kept.exists():
        typer.echo(f'  export GUANXI_NEO4J_PASSWORD="$(cat {kept})"')
    else:
        typer.echo("  export GUANXI_NEO4J_PASSWORD=...   # the one that it had at the first start")
    typer.echo("  guanxi migrate")
