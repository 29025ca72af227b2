"""The policy: its bands, its money, and what a policy file may say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from graph.errors import QuestionRejected
from graph.model.words import Severity, Stage
from graph.policy import Policy
from graph.policy_book import read_policy_book


@pytest.mark.parametrize(
    ("share", "severity"),
    [(0.0, "LOW"), (0.1499, "LOW"), (0.15, "MODERATE"), (0.4, "HIGH"), (0.1 + 0.3, "HIGH"), (0.8, "CRITICAL")],
)
def test_the_band_of_a_share_begins_at_its_bound(share: float, severity: str) -> None:
    assert Policy().severity(share) == severity


def test_rounding_does_not_push_a_share_out_of_its_band() -> None:
    assert 0.1 + 0.7 < 0.8
    assert Policy().severity(0.1 + 0.7) == Severity.CRITICAL


def test_money_is_converted_only_with_a_rate() -> None:
    policy = replace(Policy(), base_currency="EUR", rates={"USD": 0.9})
    assert policy.in_base_currency(10.0, "EUR") == 10.0
    assert policy.in_base_currency(10.0, "USD") == 9.0
    assert policy.in_base_currency(10.0, "CNY") is None
    assert policy.in_base_currency(10.0, None) is None
    assert Policy().in_base_currency(10.0, "EUR") is None


def written(folder: Path, text: str) -> Path:
    path = folder / "policy.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_changes_what_it_names_for_everyone_or_for_a_grade(tmp_path: Path) -> None:
    text = """
        [default]
        reach_floor = 0
        coverage_targets = { S = 0.9 }
        trust_weights = [0.1, 0.2, 0.3, 0.4, 0.5]
        [grade.S]
        silence_days = 30
    """
    book = read_policy_book(written(tmp_path, text))
    assert book.for_grade(None).reach_floor == 0
    assert book.for_grade("A").coverage_targets == {"S": 0.9, "A": 0.6, "B": 0.4, "C": 0.2}
    assert (book.for_grade("S").silence_days, book.for_grade("A").silence_days) == (30, 90)
    assert book.for_grade("S").trust_weights == (0.1, 0.2, 0.3, 0.4, 0.5)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[defaults]", "policy: defaults: expected a section default, or grade.S to grade.C"),
        ("[grade.X]", "policy: grade.X: expected a grade, one of S, A, B, C"),
        (
            "[default]\nreach = 1",
            "policy: reach: expected the name of a number such as reach_floor;",
        ),
        ("[default]\nreach_floor = 2", "reach_floor: expected 0 to 1"),
        ("[default]\nreach_floor = nan", "reach_floor: expected 0 to 1"),
        ("[default]\nreach_floor = 'low'", "reach_floor: expected a number"),
        ("[default]\nreach_floor = true", "reach_floor: expected a number"),
        ("[default]\nsilence_days = 1.5", "silence_days: expected a whole number"),
        ("[default]\nsilence_days = 0", "silence_days: expected 1 or more"),
        ("[default]\nreach_floor = [1]", "reach_floor: expected one value or a table, not a list"),
        ("[default]\nrates = { EUR = 0 }", "rates: expected all above 0"),
        ("[default]\nself_weight = 0", "self_weight: expected above 0"),
        ("[default]\ntrust_weights = [1]", "trust_weights: expected five numbers"),
        ("[default]\nstage_weights = { APPROVAL = 0.5 }", "policy: stage_weights: expected a sum of 1"),
        ("[default]\nstage_weights = { SIGNING = 0.5 }", "stage_weights.SIGNING: expected one of QUALIFICATION, "),
        ("[default]\ncoverage_targets = 1", "coverage_targets: expected an entry to change, one of S, A, B, C"),
        (
            "[default]\nsuccessor_weights = { tie = 0.5 }",
            "successor_weights: expected none below 0 and a sum",
        ),
        ("[default]\nseverity_bands = { HIGH = 0.9 }", "severity_bands: expected none below"),
        ("[default]\ngrading_bounds = { A = 4.5 }", "grading_bounds: expected 5 >= S >= A"),
        ("[default]\nbase_currency = 'EURO'", "base_currency: expected a currency code"),
        ("[default]\nbase_currency = 7", "base_currency: expected a currency code"),
    ],
)
def test_what_a_policy_file_may_not_say_is_named(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        read_policy_book(written(tmp_path, text))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_policy_file_is_read_as_editors_save_it(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "policy.toml"
    path.write_bytes("# 关系\r\n[default]\r\nreach_floor = 0.07\r\n".encode(encoding))
    assert read_policy_book(path).for_grade(None).reach_floor == 0.07


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (b"\xef\xbb\xbf[default]\nreach_flor = 1\n", "policy.toml, line 2: policy: reach_flor: expected the name"),
        (b"[default]\n# reach_flor = 1\nreach_flor = 1\n", "policy.toml, line 3: policy: reach_flor"),
        (
            b"[default.stage_weights]\nAPROVAL = 1\n",
            "policy.toml, line 2: policy: stage_weights.APROVAL: expected",
        ),
        (b"[default]\nreach_floor = 5\n[grade.S]\nreach_floor = 5\n", "policy.toml: policy: reach_floor: "),
        (b"[default]\nself_weight = inf\n", "policy.toml, line 2: policy: self_weight: expected a finite"),
        (b"reach_floor = 0.1\n", "policy.toml, line 1: policy: reach_floor: expected a section default"),
        (b"default = 5\n", "policy.toml, line 1: policy: default: expected a section"),
        (b"grade = 5\n", "policy.toml, line 1: policy: grade: expected a section"),
        (b"[grade]\nS = 5\n", "policy.toml, line 2: policy: grade.S: expected a section"),
        (b"[default]\nreach_floor = \n", "policy.toml: expected TOML: Invalid value (at line 2"),
        ("[default]\n# 关系\n".encode("gbk"), "policy.toml, line 2: expected text in UTF-8"),
        (b"[\0d\0", "policy.toml, line 1: expected text in UTF-8"),
    ],
)
def test_what_is_wrong_in_a_policy_file_is_named_by_the_file_and_its_line(
    tmp_path: Path, text: bytes, told: str
) -> None:
    path = tmp_path / "policy.toml"
    path.write_bytes(text)
    with pytest.raises((ValueError, QuestionRejected)) as refusal:
        read_policy_book(path)
    assert str(refusal.value).startswith(f"{tmp_path}/{told}")


def test_the_stage_weights_have_a_sum_of_1() -> None:
    assert sum(Policy().stage_weights[stage] for stage in Stage) == pytest.approx(1.0)
