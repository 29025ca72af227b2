"""`guanxi review`: the risk review of a departure as one HTML file."""

from __future__ import annotations

import asyncio
import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from api.cli import app
from graph.editing import apply_changes
from graph.handing_over import Handover, hand_over
from graph.model.exchange_rates import RATES
from graph.model.people import PEOPLE, TIES
from graph.policy_book import PolicyChange, version_entry
from graph.store import Changes, Delete, Table
from graph.stores.sqlite_store import SqliteStore
from graph.viewer import LOCAL
from tests.api.world import DAY, world


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A store file with the drawn world, and a contact whose name is code."""
    path = tmp_path / "guanxi.db"

    async def fill() -> None:
        store = await SqliteStore.open(path)
        await apply_changes(store, LOCAL, world())
        named = Table.of_rows(PEOPLE, ("key", "name"), (("cto", "<script>alert(1)</script>"),))
        await apply_changes(store, LOCAL, Changes(upserts=(named,)))
        await store.close()

    asyncio.run(fill())
    return path


def review(file: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["review", *arguments, "--as-of", DAY, "--store", f"sqlite:///{file}"])


def test_a_review_is_one_file_with_nothing_from_elsewhere_and_names_escaped(file: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    done = review(file, "li", "--last-day", "2026-07-31", "-o", str(page))
    assert done.exit_code == 0, done.output
    text = page.read_text(encoding="utf-8")
    assert "李雷 Li Lei leaves" in text
    assert "&lt;script&gt;alert(1)" in text
    assert "<script" not in text
    assert not re.search(r"(src|href)=|url\(|@import", text)
    assert text.count("<svg") >= 4


def test_the_contacts_the_successors_and_the_day_are_told(file: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert review(file, "li", "--last-day", "2026-07-31", "-o", str(page)).exit_code == 0
    text = page.read_text(encoding="utf-8")
    assert "Acme 集团" in text
    assert "Han Meimei" in text
    assert "2026-07-31" in text


def test_a_converted_sum_says_of_which_day_its_rates_are(file: Path, tmp_path: Path) -> None:
    async def write() -> None:
        store = await SqliteStore.open(file)
        rates = Table.of_rows(RATES, RATES.column_names, [("CNY", "2026-06-01", 0.25), ("CNY", "2026-07-01", 0.5)])
        base = [PolicyChange("base_currency", None, "EUR")]
        entry = version_entry(
            1, None, base, at="2026-06-01T00:00:00.000000+00:00", viewer=LOCAL.named("Wang"), note=None
        )
        alone = Delete(TIES, ("han", "boss", None))  # nobody but Li has a tie then
        await apply_changes(store, LOCAL, Changes(upserts=(rates,), deletes=(alone,), entries=(entry,)))
        await store.close()

    page = tmp_path / "page.html"
    assert review(file, "li", "--last-day", "2026-07-31", "-o", str(page)).exit_code == 0
    assert "at rates of" not in page.read_text(encoding="utf-8")
    asyncio.run(write())
    assert review(file, "li", "--last-day", "2026-07-31", "-o", str(page), "--force").exit_code == 0
    text = page.read_text(encoding="utf-8")
    told = r"<b>[\d,]+ EUR</b><span>value of decisions out of reach, at rates of 2026-07-01 按当日汇率"
    assert re.search(told, text)
    assert "the value of what is lost, at rates of 2026-07-01 按当日汇率." in text


def hand_over_the_chief(file: Path) -> None:
    async def write() -> None:
        store = await SqliteStore.open(file)
        await hand_over(store, LOCAL.named("Wang"), "li", [Handover("cto", "han")], date(2026, 7, 20))
        await store.close()

    asyncio.run(write())


def test_what_is_handed_over_already_is_told_with_the_day_and_the_successor(file: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert review(file, "li", "--last-day", "2026-07-31", "-o", str(page)).exit_code == 0
    assert "Handed over already" not in page.read_text(encoding="utf-8")
    hand_over_the_chief(file)
    assert review(file, "li", "--last-day", "2026-07-31", "-o", str(page), "--force").exit_code == 0
    done = page.read_text(encoding="utf-8").partition("Handed over already")[2].partition("</table>")[0]
    assert "2026-07-20" in done
    assert "Han Meimei" in done


def test_every_table_and_chart_lies_in_a_box_that_scrolls(file: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert review(file, "li", "--last-day", "2026-07-31", "-o", str(page)).exit_code == 0
    text = page.read_text(encoding="utf-8")
    wide = re.findall(r"(\S+\s*)<(?:table|svg class=\"chart\")", text)
    assert len(wide) > 4
    assert {before.strip() for before in wide} == {'class="scroll">'}
    assert text.count("<div") == text.count("</div>")


def test_somebody_without_ties_has_nothing_to_hand_over(file: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert review(file, "idle", "--last-day", "2026-07-31", "-o", str(page)).exit_code == 0
    assert "there is nothing to hand over" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("nobody", "--last-day", "2026-07-31"), "no Person has the key 'nobody'"),
        (("cto", "--last-day", "2026-07-31"), "'cto'"),
        (("li", "--last-day", "2026-06-29"), "last"),
        (("li", "--last-day", "soon"), "soon"),
    ],
)
def test_what_cannot_be_reviewed_is_said_in_a_sentence_and_no_file_is_written(
    file: Path, tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    page = tmp_path / "page.html"
    done = review(file, *arguments, "-o", str(page))
    assert done.exit_code != 0
    assert told in done.output
    assert "Traceback" not in done.output
    assert not page.exists()


def test_a_file_that_is_there_is_replaced_only_when_told(file: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("mine", encoding="utf-8")
    assert review(file, "li", "--last-day", "2026-07-31", "-o", str(page)).exit_code == 1
    assert page.read_text(encoding="utf-8") == "mine"
    assert review(file, "li", "--last-day", "2026-07-31", "-o", str(page), "--force").exit_code == 0


def test_what_hangs_on_the_employee_is_told_by_cause_the_worst_first(file: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert review(file, "li", "--last-day", "2026-07-31", "-o", str(page)).exit_code == 0
    text = page.read_text(encoding="utf-8")
    (told, *_) = re.findall(r"<h3>What hangs on 李雷 Li Lei here.*?</table>", text, re.DOTALL)
    severities = re.findall(r'<tr><td class="whole">(\w+)</td>', told)
    assert severities
    assert severities == sorted(severities, key=["critical", "high", "moderate"].index)
    assert "Introduce a second colleague" in told
