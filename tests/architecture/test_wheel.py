"""The wheel, built and installed away from the checkout with exactly the dependencies it names."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import urllib.request
import zipfile
from pathlib import Path

import pytest

from tests.architecture.checkout import PACKAGES, ROOT, pyproject, tracked_files
from tests.e2e.demo_process import running_demo

_COMPANIES = "key,name,side\nus,Supplier Ltd,SUPPLIER\nacme,Acme,CUSTOMER\n"
_PEOPLE = "key,name,company,level\nann,Ann,us,SENIOR\nbob,Bob,acme,EXECUTIVE\n"
_TIES = "employee,contact,trust\nann,bob,5\n"
_ASK = """
import asyncio, graph
from graph.open_store import open_store
from graph.settings import Settings
from graph.viewer import LOCAL
from queries.ask import Asker
from queries.single_points_of_failure import SINGLE_POINTS_OF_FAILURE, SinglePointsOfFailureParams

async def ask():
    store = await open_store(Settings())
    try:
        return await Asker(store).ask(LOCAL, SINGLE_POINTS_OF_FAILURE, SinglePointsOfFailureParams())
    finally:
        await store.close()

page = asyncio.run(ask())
print(graph.__file__)
held = [edge.node for edge in page.edges if edge.node.kind == "SINGLE_HELD"]
print([(one.point, one.targets) for one in held])
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    _run([sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)])
    (built,) = out.glob("guanxi-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new environment with the locked runtime dependencies and the wheel; nothing of the checkout."""
    place = tmp_path_factory.mktemp("installed")
    environment = place / "venv"
    uv = [sys.executable, "-m", "uv"]
    locked = [*uv, "sync", "--quiet", "--frozen", "--no-dev", "--no-install-project", "--python", sys.executable]
    _run(locked, UV_PROJECT_ENVIRONMENT=str(environment))
    python = environment / "bin" / "python"
    _run([*uv, "pip", "install", "--quiet", "--offline", "--no-deps", "--python", str(python), str(wheel)])
    return environment


@pytest.fixture(scope="module", params=["uv tool", "pipx"])
def application(request: pytest.FixtureRequest, wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of the wheel as an application of its own, with the newest dependencies that it allows."""
    place = tmp_path_factory.mktemp("application")
    commands, kept = str(place / "bin"), str(place / "kept")
    if request.param == "uv tool":
        installing = [sys.executable, "-m", "uv", "tool", "install", "--quiet"]
        places = {"UV_TOOL_DIR": kept, "UV_TOOL_BIN_DIR": commands}
    else:
        installing = [sys.executable, "-m", "pipx", "install"]
        places = {"PIPX_HOME": kept, "PIPX_BIN_DIR": commands, "PIPX_MAN_DIR": str(place / "man")}
    _run([*installing, "--python", sys.executable, str(wheel)], cwd=place, **places)
    return place / "bin" / "guanxi"


def _run(command: list[str], cwd: Path = ROOT, **variables: str) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GUANXI_")}
    for name in ("VIRTUAL_ENV", "PYTHONPATH"):
        environment.pop(name, None)
    ran = subprocess.run(
        command, cwd=cwd, env=environment | variables, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, f"{command}: {ran.stdout}{ran.stderr}"
    return ran.stdout


def test_everything_in_the_packages_is_in_the_wheel(wheel: Path) -> None:
    """Also what is no Python: Cypher, SQL, the schema, the page, the file of Maven coordinates, py.typed."""
    expected = {
        path.relative_to(ROOT).as_posix()
        for path in tracked_files()
        if path.relative_to(ROOT).parts[0] in PACKAGES
    }
    packed = set(zipfile.ZipFile(wheel).namelist())
    assert expected - packed == set()
    assert {name.split("/")[0] for name in packed if ".dist-info" not in name} == set(PACKAGES)


@pytest.mark.parametrize(
    "ending", [".cypher", "schema.graphql", ".sql", "pom.xml", ".html", "graph/py.typed", "api/py.typed"]
)
def test_a_kind_of_data_file_that_the_program_reads_is_packed(wheel: Path, ending: str) -> None:
    assert [name for name in zipfile.ZipFile(wheel).namelist() if name.endswith(ending)]


def test_the_licence_travels_with_the_wheel(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert [name for name in names if name.endswith("dist-info/licenses/LICENSE")]


def test_the_installed_command_explains_itself(installed: Path, tmp_path: Path) -> None:
    said = _run([str(installed / "bin" / "guanxi"), "--help"], cwd=tmp_path)
    for command in ("serve", "demo", "import", "export", "migrate"):
        assert command in said


def test_the_installed_command_imports_a_bundle_that_can_be_asked(installed: Path, tmp_path: Path) -> None:
    bundle = tmp_path / "bundle"
    bundle.mkdir()
    for name, text in (("companies", _COMPANIES), ("people", _PEOPLE), ("ties", _TIES)):
        (bundle / f"{name}.csv").write_text(text, encoding="utf-8")
    store = {"GUANXI_STORE_URL": f"sqlite:///{tmp_path / 'guanxi.db'}"}
    _run([str(installed / "bin" / "guanxi"), "import", str(bundle)], cwd=tmp_path, **store)
    said = _run([str(installed / "bin" / "python"), "-c", _ASK], cwd=tmp_path, **store)
    place, held = said.splitlines()
    assert Path(place).is_relative_to(installed)
    assert held == "[('ann', ('bob',))]"


def test_an_application_of_its_own_serves_the_demo_world(application: Path, tmp_path: Path) -> None:
    assert _run([str(application), "--version"], cwd=tmp_path).split()[-1] == pyproject()["project"]["version"]
    with running_demo(tmp_path, command=[str(application)]) as demo:
        asked = urllib.request.Request(
            f"{demo.address}/graphql",
            data=b'{"query": "{ portfolio(first: 1) { totals { accountCount } } }"}',
            headers={"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(asked, timeout=60) as answer:
            said = json.load(answer)
        with urllib.request.urlopen(demo.address, timeout=60) as page:
            assert b"<html" in page.read()
    assert demo.returned == 0
    assert said["data"]["portfolio"]["totals"]["accountCount"] == 14
