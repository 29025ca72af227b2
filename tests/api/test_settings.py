"""Settings as people write them: what is misspelt is never ignored, and what is wrong is named with its place."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from typer.testing import CliRunner

from api.cli import app
from graph.settings import VARIABLES


class Ran(NamedTuple):
    """What a command left behind: its exit code, and what it printed as words."""

    code: int
    told: str
    err: str


Guanxi = Callable[..., Ran]


@pytest.fixture
def guanxi(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Guanxi:
    """Runs the command in a folder of its own, with no other variables than those given."""
    for name in [name for name in os.environ if name.upper().startswith("GUANXI_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)

    def run(*typed: str, **variables: str) -> Ran:
        done = CliRunner().invoke(app, typed, env={"COLUMNS": "200", **variables})
        assert not done.exception or isinstance(done.exception, SystemExit), done.exception
        return Ran(done.exit_code, " ".join(done.output.split()), done.stderr)

    return run


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("GUANXI_STOREURL", "GUANXI_STORE_URL"),
        ("GUANXI_STORE_URI", "GUANXI_STORE_URL"),
        ("guanxi_store_uri", "GUANXI_STORE_URL"),
        ("GUANXI__STORE_URL", "GUANXI_STORE_URL"),
        ("GAUNXI_STORE_URL", "GUANXI_STORE_URL"),
        ("GUANXI_TOKEN", "GUANXI_API_TOKEN"),
        ("GUANXI_PORTS", "GUANXI_PORT"),
        ("GUANXI_POLICYFILE", "GUANXI_POLICY_FILE"),
    ],
)
@pytest.mark.parametrize("is_in_file", [True, False], ids=[".env", "environment"])
def test_a_misspelt_setting_is_refused_by_its_name_and_place(
    tmp_path: Path, guanxi: Guanxi, written: str, meant: str, is_in_file: bool
) -> None:
    variables = {}
    if is_in_file:
        (tmp_path / ".env").write_text(f"# settings\n\n{written}=1\n")
    else:
        variables[written] = "1"
    ran = guanxi("doctor", **variables)
    assert ran.code == 1
    place = ".env, line 3" if is_in_file else "the environment"
    assert f"{written} in {place} is no setting; did you mean {meant}?" in ran.told
    assert not (tmp_path / "var").exists()


def test_a_variable_like_no_setting_is_told_and_ignored(guanxi: Guanxi) -> None:
    ran = guanxi("doctor", GUANXI_SERVICE_HOST="10.0.0.1", GUANXI_STORE_URL="memory:")
    assert ran.code == 0
    assert "GUANXI_SERVICE_HOST in the environment is no setting, and is ignored" in ran.err


def test_the_variables_of_the_tests_are_no_misspelt_settings(guanxi: Guanxi) -> None:
    ran = guanxi(
        "doctor", GUANXI_STORE_URL="memory:", GUANXI_TEST_DATA="x", GUANXI_TEST_NEO4J_URI="x",
        GUANXI_REQUIRE_BROWSER="1", GUANXI_STRICT="1", GUANXI_CHROMIUM="x",
    )  # fmt: skip
    assert (ran.code, ran.err) == (0, "")


def test_every_setting_is_known_in_capitals_and_in_small_letters(guanxi: Guanxi) -> None:
    for names in (VARIABLES, [variable.lower() for variable in VARIABLES]):
        ran = guanxi("doctor", "--store", "memory:", **dict.fromkeys(names, ""))
        assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize(
    "text",
    [
        "GUANXI_STORE_URL=sqlite:///mine.db\n",
        "export GUANXI_STORE_URL=sqlite:///mine.db\n",
        "guanxi_store_url = 'sqlite:///mine.db'  # the store\n",
        'GUANXI_STORE_URL="sqlite:///mine.db"\r\n',
        "WHERE=mine.db\nGUANXI_STORE_URL=sqlite:///${WHERE}\n",
        "GUANXI_STORE_URL=sqlite:///old.db\nGUANXI_STORE_URL=sqlite:///mine.db\n",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_settings_file_is_read_as_editors_and_shells_write_it(
    tmp_path: Path, guanxi: Guanxi, text: str, encoding: str
) -> None:
    (tmp_path / ".env").write_bytes(text.encode(encoding))
    ran = guanxi("doctor")
    assert ran.code == 0, ran.told
    assert (tmp_path / "mine.db").is_file()


def test_the_environment_wins_over_the_file_and_an_option_over_both(tmp_path: Path, guanxi: Guanxi) -> None:
    (tmp_path / ".env").write_text("GUANXI_STORE_URL=sqlite:///file.db\nGUANXI_PORT=1234\n")
    assert "127.0.0.1:1234" in guanxi("doctor", guanxi_store_url="sqlite:///environment.db").told
    guanxi("doctor", "--store", "sqlite:///option.db", GUANXI_STORE_URL="sqlite:///environment.db")
    assert sorted(path.name for path in tmp_path.glob("*.db")) == ["environment.db", "option.db"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (b"GUANXI_HOST=127.0.0.1\n\nGUANXI_PORT 8080\n", ".env, line 3: expected NAME=VALUE"),
        (b"GUANXI_PORT: 8080\n", ".env, line 1: expected NAME=VALUE"),
        (b"\nset GUANXI_PORT=8080\n", ".env, line 2: expected NAME=VALUE"),
        (b"GUANXI_PORT\n", "GUANXI_PORT in .env, line 1: expected GUANXI_PORT=VALUE"),
        (b'GUANXI_PORT="8080\n', ".env, line 1: expected NAME=VALUE"),
        ("A=1\n# 关系\n".encode("gbk"), ".env, line 2: expected text in UTF-8"),
        (b"G\0U\0A\0", ".env, line 1: expected text in UTF-8"),
        (b"A=1\nGUANXI_PORT=eighty\n", "GUANXI_PORT in .env, line 2: Input should be a valid integer"),
        (b"GUANXI_LOG_LEVEL=loud\n", "GUANXI_LOG_LEVEL in .env, line 1: Input should be 'DEBUG', 'INFO'"),
        (b"GUANXI_LEASE_SECONDS=inf\n", "GUANXI_LEASE_SECONDS in .env, line 1: Input should be a finite number"),
        (b"GUANXI_POLICY_FILE=~no-such-user/p.toml\n", "there is no home folder of ~no-such-user"),
        (b"GUANXI_POLICY_FILE=none.toml\n", "none.toml: no such file or directory"),
    ],
)
def test_what_is_wrong_in_the_settings_file_is_named_by_its_line(
    tmp_path: Path, guanxi: Guanxi, text: bytes, told: str
) -> None:
    (tmp_path / ".env").write_bytes(text)
    ran = guanxi("doctor", "--store", "memory:")
    assert ran.code == 1
    assert told in ran.told


def test_a_wrong_value_is_named_by_the_option_or_the_variable_that_gave_it(guanxi: Guanxi) -> None:
    assert "--port: Input should be less than or equal to 65535" in guanxi("serve", "--port", "70000").told
    ran = guanxi("doctor", guanxi_port="tcp://10.0.0.1:80")
    assert (ran.code, "GUANXI_PORT in the environment: Input should be a valid integer" in ran.told) == (1, True)


def test_a_home_folder_is_meant_by_a_tilde_in_every_path(tmp_path: Path, guanxi: Guanxi) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "policy.toml").write_text("[default]\nreach_floor = 0.07\n")
    at_home = {"HOME": str(home), "GUANXI_STORE_URL": "sqlite:///~/mine.db"}
    told = guanxi("ask", "policy", "--store", "memory:", GUANXI_POLICY_FILE="~/policy.toml", **at_home).told
    assert "reach_floor 0.07" in told
    assert guanxi("doctor", **at_home).code == 0
    assert guanxi("export", "~/out.zip", **at_home).code == 0
    assert guanxi("import", "~/out.zip", "--problems-to=~/problems.csv", **at_home).code == 0
    assert guanxi("schema", "--output=~/schema.graphql", **at_home).code == 0
    assert {"mine.db", "out.zip", "problems.csv", "schema.graphql"} <= {path.name for path in home.iterdir()}
    assert [path.name for path in tmp_path.iterdir()] == ["home"]
    refused = guanxi("schema", "--output=~no-such-user/schema.graphql")
    assert (refused.code, "no home folder of ~no-such-user" in refused.told) == (2, True)


def test_the_version_is_told(guanxi: Guanxi) -> None:
    ran = guanxi("--version")
    assert (ran.code, ran.told.split()[0]) == (0, "guanxi")
