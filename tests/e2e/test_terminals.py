"""What is printed, whatever it is printed to: terminals that are not UTF-8, pipes that are closed, narrow ones."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from pathlib import Path

import pytest

from tests.typed_command import GUANXI, Ran, environment, guanxi

STORE = "sqlite:///world.db"
ROCKET = "Zoë 🚀"
ASKED = ("ask", "power-map", "--company", "ACME", "--store", STORE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With a store that holds a name which few encodings have, a good bundle and a bad one."""
    place = tmp_path_factory.mktemp("terminals")
    bundle, bad = place / "bundle", place / "bad"
    bundle.mkdir()
    bad.mkdir()
    (bundle / "companies.csv").write_text("key,name,side\nACME,Acme 集团,CUSTOMER\n", encoding="utf-8")
    (bundle / "people.csv").write_text(f"key,name,company\nzoe,{ROCKET},ACME\n", encoding="utf-8")
    (bad / "companies.csv").write_text(f"key,name,side\nx,x,{ROCKET}\n", encoding="utf-8")
    assert guanxi(place, "import", "bundle", "--store", STORE).code == 0
    return place


@pytest.mark.parametrize(
    ("encoding", "shown"), [("gbk", "Zo? ?"), ("ascii", "Zo? ?"), ("latin-1", "Zoë ?"), ("utf-8", ROCKET)]
)
def test_a_table_is_printed_with_what_the_terminal_has(folder: Path, encoding: str, shown: str) -> None:
    ran = guanxi(folder, *ASKED, PYTHONIOENCODING=encoding)
    assert ran.code == 0
    assert shown in ran.out.decode(encoding)


@pytest.mark.parametrize("format_", ["--json", "--csv"])
def test_what_programs_read_is_utf_8_in_every_locale(folder: Path, format_: str) -> None:
    ran = guanxi(folder, *ASKED, format_, PYTHONIOENCODING="gbk")
    assert ran.code == 0
    text = ran.out.decode("utf-8")
    if format_ == "--json":
        assert json.loads(text)["nodes"][0]["name"]
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert any(ROCKET in cell for row in rows for cell in row)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (["--help"], 0),
        (["ask", "succession", "--person", ROCKET, "--store", STORE], 0),
        (["ask", "succession", "--person", "🚀 Nobody", "--store", STORE], 1),
        (["import", "bad", "--store", STORE], 1),
        (["export", f"{ROCKET}.zip", "--force", "--store", STORE], 0),
        (["doctor", "--store", f"sqlite:///{ROCKET}.db"], 0),
        ([ROCKET], 2),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else None,
)
def test_no_command_stumbles_over_an_encoding(folder: Path, typed: list[str], code: int) -> None:
    assert guanxi(folder, *typed, PYTHONIOENCODING="ascii").code == code


def test_bytes_that_are_no_text_are_refused(folder: Path) -> None:
    done = subprocess.run(
        [GUANXI.__fspath__().encode(), b"ask", b"succession", b"--person", b"\xff", b"--store", STORE.encode()],
        cwd=folder, env=environment(), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "--person ?: expected text in the encoding of the locale" in done.stderr


@pytest.mark.parametrize("typed", [ASKED, (*ASKED, "--json"), (*ASKED, "--csv"), ("schema",)], ids=" ".join)
def test_a_reader_who_stops_ends_the_command_quietly(folder: Path, typed: tuple[str, ...]) -> None:
    process = subprocess.Popen(
        [GUANXI, *typed], cwd=folder, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    process.stdout.close()
    told = process.stderr.read() if process.stderr is not None else ""
    process.wait()
    assert told.startswith("This is the table") or told == ""
    assert "Error" not in told


@pytest.mark.parametrize("columns", ["1", "12"])
def test_a_narrow_terminal_gets_every_value(folder: Path, columns: str) -> None:
    command = f"{GUANXI} {' '.join(ASKED)}"
    done = subprocess.run(
        ["script", "-qec", command, "/dev/null"],
        cwd=folder, env=environment(COLUMNS=columns, TERM="dumb"), capture_output=True, check=False,
    )  # fmt: skip
    ran = Ran(done.returncode, done.stdout, "")
    assert ran.code == 0
    assert "Traceback" not in ran.told
    assert "🚀" in ran.told or columns == "1"


def test_a_full_disk_is_one_plain_sentence(folder: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [GUANXI, "schema"], cwd=folder, env=environment(), stdout=full, stderr=subprocess.PIPE, text=True
        )
    assert (done.returncode, done.stderr.lower().strip()) == (
        1,
        "guanxi: the output cannot be written: no space left on device",
    )
