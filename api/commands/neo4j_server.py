"""`guanxi neo4j start|stop|status`: a Neo4j Community server on this machine, for people without Docker."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.commands.command_line import Group, add_command
from api.commands.given_paths import PATH
from api.commands.plain_errors import clear_errors
from api.commands.settings_reading import read_settings
from api.commands.speaking import spoken
from graph.messages.told import Told
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

app = typer.Typer(
    cls=Group,
    help=spoken(
        Told(
            "A Neo4j Community server on this machine, without Docker.",
            "本机的 Neo4j Community 服务器，无需 Docker。",
        )
    ),
    no_args_is_help=True,
)

_START = (
    "启动服务器，或说明它已在运行，并说明如何让 Guanxi 使用它。\n\n"
    "Maven 只获取一次服务器，存入 $XDG_CACHE_HOME/guanxi/neo4j（~/.cache/guanxi/neo4j）。"
    "需要 Java 17 或 21（Neo4j 5.26），更新的版本需要 Java 21 或以上。新服务器的密码是 "
    "GUANXI_NEO4J_PASSWORD；未设置时自动生成，保存在该文件夹的 `password` 文件中，只有您本人可读。"
)
DEFAULT_HOME = Path("var/neo4j")

Home = Annotated[
    Path,
    typer.Option(
        **PATH,
        help=spoken(
            Told(
                "Folder of the server: its data, logs, settings and password.",
                "服务器的文件夹：数据、日志、设置与密码。",
            )
        ),
    ),
]


@add_command(app, chinese=_START)
def start(
    home: Home = DEFAULT_HOME,
    version: Annotated[
        str,
        typer.Option(
            help=spoken(Told("Version of Neo4j; fetched when new here.", "Neo4j 的版本；本机没有时会获取。"))
        ),
    ] = DEFAULT_VERSION,
    bolt_port: Annotated[
        int,
        typer.Option(
            help=spoken(Told("Port for Guanxi, on the loopback interface.", "供 Guanxi 使用的端口，仅限本机。"))
        ),
    ] = 7687,
    http_port: Annotated[
        int,
        typer.Option(
            help=spoken(
                Told("Port of Neo4j's own pages, on the loopback interface.", "Neo4j 自带网页的端口，仅限本机。")
            )
        ),
    ] = 7474,
    heap: Annotated[
        str,
        typer.Option(
            help=spoken(
                Told(
                    "Largest heap of the server. 2g holds a load of 100,000 people.",
                    "服务器的最大堆内存。2g 足以容纳 100,000 人的数据。",
                )
            )
        ),
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
        server = start_server(plan, lambda told: typer.echo(spoken(told), err=True))
    told = Told(f"Neo4j {server.version} is running.", f"Neo4j {server.version} 正在运行。")
    if was_running:
        told = Told(f"Neo4j {server.version} was already running.", f"Neo4j {server.version} 已在运行。")
    typer.echo(spoken(told))
    _tell_use(server, home)


@add_command(app, chinese="正常停止服务器；数据保留到下次启动。约需十秒。")
def stop(home: Home = DEFAULT_HOME) -> None:
    """Stop the server cleanly; the data stays for the next start. Takes some ten seconds."""
    with clear_errors():
        was_running = stop_server(home)
    told = Told("No Neo4j was running here.", "此处没有运行中的 Neo4j。")
    if was_running:
        told = Told("Neo4j is stopped.", "Neo4j 已停止。")
    typer.echo(spoken(told))


@add_command(app, chinese="说明服务器是否在运行。未运行时退出码为 1。")
def status(home: Home = DEFAULT_HOME) -> None:
    """Say whether the server runs. Exit code 1 when it does not."""
    with clear_errors():
        server = find_server(home)
    if server is None:
        typer.echo(spoken(Told(f"No Neo4j is running from {home}.", f"{home} 没有运行中的 Neo4j。")))
        raise typer.Exit(1)
    answers = Told("does not answer (yet)", "（尚）无响应")
    if is_answering(server.bolt_port):
        answers = Told("answers", "有响应")
    told = Told(
        f"Neo4j {server.version} runs as process {server.pid} and {answers}.",
        f"Neo4j {server.version} 以进程 {server.pid} 运行，{answers.chinese}。",
    )
    typer.echo(spoken(told))
    _tell_use(server, home)


def _tell_use(server: RunningServer, home: Path) -> None:
    kept = password_file(home)
    told = Told(
        f"\nBrowse it at {server.http_url}. To have Guanxi use it:\n",
        f"\n可在 {server.http_url} 浏览。要让 Guanxi 使用它：\n",
    )
    typer.echo(spoken(told))
    typer.echo(f"  export GUANXI_STORE_URL={server.bolt_url} GUANXI_NEO4J_USER=neo4j")
    if kept.exists():
        typer.echo(f'  export GUANXI_NEO4J_PASSWORD="$(cat {kept})"')
    else:
        told = Told("the one that it had at the first start", "首次启动时的密码")
        typer.echo(f"  export GUANXI_NEO4J_PASSWORD=...   # {spoken(told)}")
    typer.echo("  guanxi migrate")
