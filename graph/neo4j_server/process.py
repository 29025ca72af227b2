"""Starting, finding and stopping the server's process."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from graph.errors import StoreUnavailable
from graph.messages.told import Told
from graph.neo4j_server.jars import entry_point, fetch_jars
from graph.neo4j_server.java import Java, find_java
from graph.neo4j_server.server_home import PASSWORD_VARIABLE, ServerPlan, prepare_home

_BOLT_HANDSHAKE = bytes.fromhex("6060b017 00040405 00000405 00000004 00000003")
_OPEN_PACKAGES = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
_LOG_TAIL_CHARACTERS = 2000
_children: dict[int, subprocess.Popen[bytes]] = {}
"""Servers that this very process started: they are to be waited for when they end."""


@dataclass(frozen=True, slots=True)
class RunningServer:
    """A server that was started from a home folder and whose process is alive."""

    pid: int
    version: str
    bolt_port: int
    http_port: int

    @property
    def bolt_url(self) -> str:
        """What GUANXI_STORE_URL is set to."""
        return f"bolt://127.0.0.1:{self.bolt_port}"

    @property
    def http_url(self) -> str:
        """Neo4j's own pages."""
        return f"http://127.0.0.1:{self.http_port}"


def start_server(plan: ServerPlan, tell: Callable[[Told], None] = lambda _: None) -> RunningServer:
    """Starts the server and returns when Bolt answers; `tell` hears what takes long.

    A server that already runs in that home is returned as it is. A start that fails leaves no process.
    """
    home = plan.home.resolve()
    if (running := find_server(home)) is not None:
        return running
    java = find_java(plan.version)
    jars = fetch_jars(plan.version, java, tell)
    for port in (plan.bolt_port, plan.http_port):
        if _is_open(port):
            raise StoreUnavailable(
                Told(
                    f"port {port} of 127.0.0.1 is taken; choose another one",
                    f"127.0.0.1 的端口 {port} 已被占用；请选择其他端口",
                )
            )
    prepare_home(plan)
    environment = {name: value for name, value in os.environ.items() if name != PASSWORD_VARIABLE}
    log = home / "logs/console.log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            _command(plan, home, java, jars),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            env=environment,
        )
    _children[process.pid] = process
    server = RunningServer(process.pid, plan.version, plan.bolt_port, plan.http_port)
    _state_file(home).write_text(json.dumps(asdict(server)), encoding="utf-8")
    deadline = time.monotonic() + plan.start_seconds
    while time.monotonic() < deadline and process.poll() is None:
        if is_answering(server.bolt_port):
            return server
        time.sleep(0.1)
    process.kill()
    _wait_until_gone(server.pid, home, 30.0)
    last = log.read_text(encoding="utf-8", errors="replace")[-_LOG_TAIL_CHARACTERS:]
    raise StoreUnavailable(
        Told(
            f"Neo4j did not start within {plan.start_seconds:.0f} s; {log} ends with:\n{last}",
            f"Neo4j 未能在 {plan.start_seconds:.0f} 秒内启动；{log} 的结尾为：\n{last}",
        )
    )


def find_server(home: Path) -> RunningServer | None:
    """The server that was started from that home, when its process is alive."""
    state = _state_file(home)
    if not state.exists():
        return None
    server = RunningServer(**json.loads(state.read_text(encoding="utf-8")))
    return server if _is_alive(server.pid, home) else None


def stop_server(home: Path, stop_seconds: float = 120.0) -> bool:
    """Asks the server to stop and waits until it is gone, everything written. False when none runs."""
    server = find_server(home)
    if server is None:
        return False
    os.kill(server.pid, signal.SIGTERM)
    _wait_until_gone(server.pid, home, stop_seconds)
    return True


def kill_server(home: Path) -> None:
    """Ends the server at once, for data that is thrown away: a clean stop takes some 12 s."""
    server = find_server(home)
    if server is not None:
        os.kill(server.pid, signal.SIGKILL)
        _wait_until_gone(server.pid, home, 30.0)


def is_answering(bolt_port: int) -> bool:
    """Whether a Bolt server agrees on a protocol version at that port of the loopback interface."""
    try:
        with socket.create_connection(("127.0.0.1", bolt_port), timeout=2) as connection:
            connection.sendall(_BOLT_HANDSHAKE)
            return len(connection.recv(4)) == 4
    except OSError:
        return False


def free_port() -> int:
    """A port of the loopback interface that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _command(plan: ServerPlan, home: Path, java: Java, jars: Path) -> list[str]:
    class_path = os.pathsep.join(str(folder / "*") for folder in (home / "plugins", home / "conf", jars))
    unsafe = ["--sun-misc-unsafe-memory-access=allow"] if java.major >= 24 else []
    return [
        str(java.path),
        f"-Xmx{plan.heap}",
        *plan.java_options,
        *(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in _OPEN_PACKAGES),
        "--enable-native-access=ALL-UNNAMED",
        *unsafe,
        "-Dio.netty.tryReflectionSetAccessible=true",
        "-Dlog4j2.disable.jmx=true",
        "-Dfile.encoding=UTF-8",
        "-cp",
        class_path,
        entry_point(jars),
        f"--home-dir={home}",
        f"--config-dir={home / 'conf'}",
        "--console-mode",
    ]


def _state_file(home: Path) -> Path:
    return home / "run/server.json"


def _is_open(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _is_alive(pid: int, home: Path) -> bool:
    """Whether that process is the server of that home: its number may belong to another by now."""
    proc = Path(f"/proc/{pid}/cmdline")
    if Path("/proc/self/cmdline").exists():
        arguments = proc.read_bytes().decode(errors="replace") if proc.exists() else ""
    else:
        listed = subprocess.run(
            ["/bin/ps", "-o", "args=", "-p", str(pid)], capture_output=True, text=True, check=False
        )
        arguments = listed.stdout
    return f"--home-dir={home.resolve()}" in arguments


def _wait_until_gone(pid: int, home: Path, limit_seconds: float) -> None:
    deadline = time.monotonic() + limit_seconds
    while _is_alive(pid, home):
        if time.monotonic() > deadline:
            raise StoreUnavailable(
                Told(
                    f"Neo4j (process {pid}) is still running after {limit_seconds:.0f} s",
                    f"{limit_seconds:.0f} 秒后 Neo4j（进程 {pid}）仍在运行",
                )
            )
        time.sleep(0.1)
    if (child := _children.pop(pid, None)) is not None:
        child.wait()
    _state_file(home).unlink(missing_ok=True)
