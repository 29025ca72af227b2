"""guanxi rates, as typed: what is kept, how it is shown, and what is refused."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

from api.cli import app


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'store.db'}"


def run(url: str, *arguments: str, expected: int = 0) -> Result:
    result = CliRunner().invoke(app, ["rates", *arguments, "--store", url])
    assert result.exit_code == expected, result.output
    return result


def shown(url: str, *arguments: str) -> dict[str, Any]:
    return json.loads(run(url, "--json", *arguments).stdout)


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_a_rate_that_is_set_is_shown_with_its_day_and_the_base_currency(url: str) -> None:
    told = run(url, "set", "USD", "7.1", "--on", "2026-11-01").stdout
    assert "1 USD is 7.1 of the base currency from 2026-11-01 on." in plain(told)
    assert "There is no base currency, so nothing is converted" in plain(told)
    run(url, "base", "CNY")
    run(url, "set", "USD", "7.25", "--on", "2026-12-01")
    run(url, "set", "USD", "7.2", "--on", "2026-12-01")
    assert shown(url) == {
        "baseCurrency": "CNY",
        "rates": [
            {"currency": "USD", "on": "2026-11-01", "rate": 7.1},
            {"currency": "USD", "on": "2026-12-01", "rate": 7.2},
        ],
    }
    told = plain(run(url).stdout)
    assert "Base currency: CNY" in told
    assert "USD 2026-11-01 7.1 USD 2026-12-01 7.2" in told


def test_on_a_day_those_are_shown_that_hold_then_dated_before_undated(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    policy = tmp_path / "policy.toml"
    policy.write_text('[default]\nbase_currency = "CNY"\nrates = { USD = 7.0, EUR = 8.0 }\n')
    monkeypatch.setenv("GUANXI_POLICY_FILE", str(policy))
    run(url, "set", "USD", "7.1", "--on", "2026-11-01")
    run(url, "set", "USD", "9", "--on", "2027-01-01")
    undated = {"currency": "EUR", "on": None, "rate": 8.0}
    assert shown(url, "--on", "2026-11-01")["rates"] == [
        undated,
        {"currency": "USD", "on": "2026-11-01", "rate": 7.1},
    ]
    assert shown(url, "--on", "2026-10-31")["rates"] == [undated, {"currency": "USD", "on": None, "rate": 7.0}]
    assert "EUR undated, of the policy 8" in plain(run(url).stdout)


def test_without_a_day_a_rate_holds_from_today_on(url: str) -> None:
    run(url, "set", "USD", "7.1")
    assert [row["on"] for row in shown(url)["rates"]] == [date.today().isoformat()]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("USD", "0"), "column rate: '0': expected a number above 0"),
        (("USD", "7,1"), "column rate: '7,1': expected a number above 0"),
        (("USD", "nan"), "column rate: 'nan': expected a number above 0"),
        (("DOLLAR", "7.1"), "column currency: 'DOLLAR': expected an ISO 4217 currency code"),
    ],
    ids=str,
)
def test_what_is_no_rate_is_refused_and_nothing_is_kept(url: str, arguments: tuple[str, ...], told: str) -> None:
    assert told in run(url, "set", *arguments, expected=1).stderr
    assert shown(url)["rates"] == []


def test_a_rate_of_the_base_currency_is_said_to_have_no_use(url: str) -> None:
    run(url, "base", "CNY")
    assert "which is always 1: this rate is not used" in plain(run(url, "set", "CNY", "2").stdout)


def test_a_file_is_kept_whole_or_not_at_all_whatever_its_name(url: str, tmp_path: Path) -> None:
    file = tmp_path / "central bank.csv"
    file.write_text("currency,on,rate\nJPY,2026-01-01,0.05\nEUR,2026-02-30,7\nEUR,2026-02-01,-7\n")
    told = run(url, "import", str(file), expected=1).stderr
    assert "rates, row 3, column on: '2026-02-30': expected a date" in told
    assert "rates, row 4, column rate: '-7': expected a number above 0" in told
    assert shown(url)["rates"] == []
    file.write_text("rate,currency,on\n0.05,JPY,2026-01-01\n8.1,EUR,2026-02-01\n")
    assert "2 rates new, 0 changed, 0 as before." in run(url, "import", str(file)).stdout
    file.write_text("rate,currency,on\n0.05,JPY,2026-01-01\n8.2,EUR,2026-02-01\n7.9,EUR,2026-03-01\n")
    assert "1 rate new, 1 changed, 1 as before." in run(url, "import", str(file)).stdout
    assert [row["rate"] for row in shown(url)["rates"]] == [8.2, 7.9, 0.05]
    assert "no such file" in plain(run(url, "import", str(tmp_path / "none.csv"), expected=1).stderr).lower()


def test_rates_are_deleted_by_day_or_by_currency(url: str) -> None:
    for day in ("2026-01-01", "2026-02-01", "2026-03-01"):
        run(url, "set", "USD", "7", "--on", day)
    run(url, "set", "EUR", "8", "--on", "2026-01-01")
    assert "Deleted 1 rate." in run(url, "delete", "USD", "--on", "2026-02-01").stdout
    assert (
        "no Rate has the key 'USD, 2026-02-01'"
        in run(url, "delete", "USD", "--on", "2026-02-01", expected=1).stderr
    )
    assert "Deleted 2 rates." in run(url, "delete", "USD").stdout
    assert [row["currency"] for row in shown(url)["rates"]] == ["EUR"]


def test_the_base_currency_is_a_version_of_the_policy_and_stays_as_long_as_there_are_rates_in_it(url: str) -> None:
    run(url, "base", "CNY", "--actor", "li")
    assert "The base currency is CNY, as before." in run(url, "base", "CNY").stdout
    run(url, "base", "EUR")
    run(url, "set", "USD", "0.9")
    told = plain(run(url, "base", "CNY", expected=1).stderr)
    assert "base_currency: expected EUR as long as there are dated rates" in told
    assert "EURO: expected an ISO 4217 currency code" in run(url, "base", "EURO", expected=1).stderr
    run(url, "delete", "USD")
    run(url, "base", "CNY")
    assert shown(url) == {"baseCurrency": "CNY", "rates": []}


def test_a_store_that_is_not_there_is_not_made_to_show_its_rates(url: str) -> None:
    assert "expected a store" in plain(run(url, expected=1).stderr)
    assert "expected a store" in plain(run(url, "delete", "USD", expected=1).stderr)
