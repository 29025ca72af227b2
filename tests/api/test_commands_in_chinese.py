"""What is told on the terminal in Chinese: by GUANXI_LANGUAGE or else by the locale."""

from __future__ import annotations

import csv
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import typer
from graphql import get_named_type, is_object_type
from typer.core import TyperGroup
from typer.testing import CliRunner

from api.cli import app
from api.commands.asking.headings import heading
from api.commands.asking.questions import camel, questions, selected_fields
from api.commands.asking.tables import is_left_out
from graph.messages.language import Language
from tests.api.test_upload import BAD
from tests.architecture.checkout import ROOT
from tests.typed_command import environment
from tests.typed_command import guanxi as in_process

HAN = re.compile(r"[\u3400-\u9fff]")


class Ran(NamedTuple):
    """What a command left behind: its exit code, and what it printed as words."""

    code: int
    out: str
    err: str


Guanxi = Callable[..., Ran]


@pytest.fixture
def guanxi(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Guanxi:
    """Runs the command in a folder of its own, with no other settings or locale than those given."""
    for name in [name for name in os.environ if name.upper().startswith(("GUANXI_", "LC_", "LANG"))]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)

    def run(*typed: str, **variables: str) -> Ran:
        done = CliRunner().invoke(app, typed, env={"COLUMNS": "200", **variables})
        assert not done.exception or isinstance(done.exception, SystemExit), done.exception
        return Ran(done.exit_code, done.stdout, done.stderr)

    return run


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({}, Language.EN),
        ({"LANG": "zh_CN.UTF-8"}, Language.ZH),
        ({"LC_MESSAGES": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"}, Language.EN),
        ({"LC_ALL": "zh_TW.UTF-8", "LC_MESSAGES": "en_US.UTF-8", "LANG": "en_US.UTF-8"}, Language.ZH),
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": "zh_SG"}, Language.ZH),
        ({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, Language.EN),
        ({"LANG": "de_DE.UTF-8"}, Language.EN),
        ({"GUANXI_LANGUAGE": "zh", "LANG": "en_US.UTF-8"}, Language.ZH),
        ({"guanxi_language": " ZH "}, Language.ZH),
        ({"GUANXI_LANGUAGE": "en", "LC_ALL": "zh_CN.UTF-8"}, Language.EN),
        ({"GUANXI_LANGUAGE": "", "LC_ALL": "zh_CN.UTF-8"}, Language.ZH),
    ],
)
def test_the_setting_comes_before_the_locale_and_the_locale_is_read_as_everywhere(
    guanxi: Guanxi, variables: dict[str, str], language: Language
) -> None:
    """LC_ALL, LC_MESSAGES, LANG; the first that has a value counts."""
    ran = guanxi("migrate", "--store", "memory:", **variables)
    said = {Language.EN: "The memory store has schema version", Language.ZH: "memory 存储库的模式版本为"}[language]
    assert ran.code == 0
    assert said in ran.err


@pytest.mark.parametrize("line", ["GUANXI_LANGUAGE=zh", "export guanxi_language='ZH'"])
def test_the_setting_may_stand_in_the_env_file(tmp_path: Path, guanxi: Guanxi, line: str) -> None:
    """Over which the environment wins."""
    (tmp_path / ".env").write_text(f"{line}\n", encoding="utf-8")
    assert HAN.search(guanxi("migrate", "--store", "memory:").err)
    assert not HAN.search(guanxi("migrate", "--store", "memory:", GUANXI_LANGUAGE="en").err)


@pytest.mark.parametrize("wrong", ["fr", "zh_CN", "中文", "english"])
def test_a_language_that_is_not_spoken_is_refused_as_other_settings_are(guanxi: Guanxi, wrong: str) -> None:
    """In the language of the locale, naming the variable and what was expected."""
    ran = guanxi("doctor", "--store", "memory:", GUANXI_LANGUAGE=wrong)
    assert ran.code == 1
    assert ran.err == "guanxi: GUANXI_LANGUAGE in the environment: Input should be 'en' or 'zh'\n"
    ran = guanxi("doctor", "--store", "memory:", GUANXI_LANGUAGE=wrong, LANG="zh_CN.UTF-8")
    assert ran.err == "guanxi：环境变量中的 GUANXI_LANGUAGE：应为 'en' 或 'zh'\n"


def test_a_wrong_file_is_told_by_file_row_column_and_value(tmp_path: Path, guanxi: Guanxi) -> None:
    """On the terminal and in the file of all problems."""
    (tmp_path / "in.zip").write_bytes(BAD)
    ran = guanxi("import", "in.zip", "--store", "memory:", "--problems-to", "bad.csv", GUANXI_LANGUAGE="zh")
    assert ran.code == 1
    assert "people，第 2 行，company 列：'acme'：应为公司的编号，没有此编号的公司\n" in ran.err
    assert "共 3 个问题；未写入任何内容。" in ran.err
    assert "全部问题见 bad.csv" in ran.err
    with (tmp_path / "bad.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))
    assert rows[0] == ["file", "row", "column", "value", "expected"]
    assert rows[1] == ["people", "2", "company", "acme", "应为公司的编号，没有此编号的公司"]


def test_very_many_alike_problems_are_told_together(tmp_path: Path, guanxi: Guanxi) -> None:
    """With the rows of the next ones."""
    rows = "".join(f"p{number},x{number},2026-13-01\n" for number in range(200))
    (tmp_path / "people.csv").write_text(f"key,company,status_since\n{rows}", encoding="utf-8")
    ran = guanxi("import", str(tmp_path), "--store", "memory:", GUANXI_LANGUAGE="zh")
    assert "people，第 2 行，status_since 列：'2026-13-01'：应为日期，如 2026-03-31\n" in ran.err
    assert "  还有 199 个同类问题，在第 3、4、5、6、7、… 行\n" in ran.err
    assert "--problems-to FILE.csv 会列出全部问题。" in ran.err


STORE = "sqlite:///demo.db"
TYPED: list[tuple[int, tuple[str, ...], str]] = [
    (0, ("import", "good", "--store", STORE), "已写入，用时"),
    (0, ("import", "good", "--store", STORE, "--dry-run"), "未写入任何内容（试运行）。"),
    (0, ("import", "good", "--store", STORE, "--skip-bad-rows"), "跳过了 0 行。"),
    (1, ("import", "nowhere", "--store", STORE), "nowhere：未找到该文件夹或文件"),
    (0, ("export", "out.zip", "--store", STORE), "已保存到 out.zip"),
    (1, ("export", "out.zip", "--store", STORE), "应为新文件（--force 可替换此文件）"),
    (0, ("rates", "base", "CNY", "--store", STORE), "本位币为 CNY。"),
    (0, ("rates", "set", "USD", "7.1", "--on", "2026-01-01", "--store", STORE), "1 USD 折合 7.1 CNY。"),
    (1, ("rates", "set", "USD", "x", "--store", STORE), "应为大于 0 的数"),
    (1, ("rates", "base", "Dollar", "--store", STORE), "Dollar：应为 ISO 4217 货币代码"),
    (0, ("rates", "--store", STORE), "本位币：CNY"),
    (1, ("rates", "delete", "EUR", "--store", STORE), "未找到编号为 'EUR' 的汇率"),
    (0, ("rates", "delete", "USD", "--store", STORE), "已删除 1 条汇率。"),
    (0, ("refresh", "--processes", "1", "--store", STORE), "个客户"),
    (1, ("refresh", "--account", "nobody", "--store", STORE), "未找到编号为 'nobody' 的客户"),
    (0, ("doctor", "--store", STORE), "模式版本"),
    (1, ("doctor", "--store", "nothing"), "应为 URL；文件为 sqlite:///nothing"),
    (0, ("migrate", "--store", STORE), "模式版本为"),
    (1, ("review", "nobody", "--last-day", "2030-01-01", "--store", STORE), "未找到编号为 'nobody' 的人员"),
    (0, ("review", "li", "--last-day", "2030-01-01", "--store", STORE, "-o", "r.html"), "风险评估已写入 r.html。"),
    (1, ("review", "li", "--last-day", "2030-01-01", "--store", STORE, "-o", "r.html"), "r.html 已存在"),
    (1, ("ask", "power-map", "--store", STORE), "权力地图：应指定公司、项目或两者"),
    (1, ("ask", "power-map", "--company", "nobody", "--store", STORE), "未找到编号为 'nobody' 的公司"),
    (0, ("ask", "findings", "--company", "Acme", "--store", STORE), "Acme 即 acme（Acme）。"),
    (0, ("ask", "findings", "--csv", "--store", STORE), "此为表"),
    (1, ("ask", "findings", "--table", "x", "--store", STORE), "--table x：应为"),
    (1, ("ask", "policy", "--store", "sqlite:///none.db"), "none.db：应为存储库，没有此文件"),
    (2, ("ask", "polcy"), "没有命令 'polcy'。是否指 'policy'"),
    (2, ("ask", "findings", "--min-severity", "hgh", "--store", STORE), "'hgh' 不是"),
    (1, ("neo4j", "status", "--home", "nowhere"), "nowhere 没有运行中的 Neo4j。"),
    (0, ("neo4j", "stop", "--home", "nowhere"), "此处没有运行中的 Neo4j。"),
    (1, ("neo4j", "start", "--version", "x"), "'x' 不是 Neo4j 版本"),
    (1, ("serve", "--host", "0.0.0.0"), "没有身份验证时拒绝在 0.0.0.0 上监听"),
]
"""Commands in the order of a day, with the exit code of each and what it says."""


def test_every_command_speaks_chinese(tmp_path: Path, guanxi: Guanxi) -> None:
    """What it does, and why it does not."""
    good = tmp_path / "good"
    good.mkdir()
    (good / "companies.csv").write_text("key,name,side\nus,Us,SUPPLIER\nacme,Acme,CUSTOMER\n", encoding="utf-8")
    (good / "people.csv").write_text("key,name,company\nli,Li,us\nboss,Boss,acme\n", encoding="utf-8")
    (good / "ties.csv").write_text("employee,contact,trust\nli,boss,3\n", encoding="utf-8")
    wrong = {}
    for code, typed, says in TYPED:
        ran = guanxi(*typed, GUANXI_LANGUAGE="zh")
        told = " ".join(f"{ran.out} {ran.err}".split())
        if ran.code != code or says not in told:
            wrong[" ".join(typed)] = ran.code, told
    assert wrong == {}


def test_the_help_of_a_question_has_the_words_of_its_members(guanxi: Guanxi) -> None:
    shown = guanxi("ask", "coverage-gaps", "--help", LANG="zh_CN.UTF-8").out.replace("│", " ")
    assert "LOW：低。 MODERATE：中。 HIGH：高。 CRITICAL：严重。" in " ".join(shown.split())


def _commands(group: Any, context: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        yield (*path, name), command
        if isinstance(command, TyperGroup):
            yield from _commands(command, context, (*path, name))


HELP = """
from tests.api.test_commands_in_chinese import told_in_english
print(told_in_english())
"""


def told_in_english() -> list[str]:
    """The commands and options of this process whose help has no Chinese."""
    group = typer.main.get_command(app)
    context = typer.Context(group, info_name="guanxi")
    found = []
    for path, command in _commands(group, context):
        if not HAN.search(command.help or ""):
            found.append(" ".join(path))
        found += [
            f"{' '.join(path)} {param.opts[0]}"
            for param in command.get_params(context)
            if not HAN.search(param.help or "")
        ]
    return found


def test_every_command_and_option_has_help_in_chinese(tmp_path: Path) -> None:
    """Those of `guanxi ask` by what the questions declare."""
    done = subprocess.run(
        [sys.executable, "-c", HELP],
        env=environment(GUANXI_LANGUAGE="zh", PYTHONPATH=str(ROOT)),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


def test_help_is_told_around_in_chinese_too(tmp_path: Path) -> None:
    """Usage, panels, and how to get help."""
    told = in_process(tmp_path, "ask", "findings", "--help", GUANXI_LANGUAGE="zh").told
    assert "用法：guanxi ask findings" in told
    assert "选项" in told
    assert "显示此说明并退出。" in told
    assert "Usage" not in told
    english = in_process(tmp_path, "import", "--help", GUANXI_LANGUAGE="en").told
    assert not HAN.search(english)


REFUSED = [
    (("imprt",), "没有命令 'imprt'。是否指 'import'？"),
    (("rates", "lst"), "没有命令 'lst'。"),
    (("import",), "缺少参数 'PATH'。"),
    (("import", "a", "b"), "有多余的参数。"),
    (("import", "--dry", "a"), "没有选项 --dry。是否指 --dry-run"),
    (("import", "a", "--store"), "选项 '--store' 的用法有误"),
    (("export", "~nobodyatall/x"), "'PATH' 的值无效：~nobodyatall/x：~nobodyatall 没有主目录"),
    (("refresh", "--processes", "0"), "'--processes' 的值无效：应不小于 1"),
    (("refresh", "--processes", "x"), "'--processes' 的值无效：应为整数"),
    (("review", "li"), "缺少选项 '--last-day'。"),
    (("review", "li", "--last-day", "2026-02-30"), "'--last-day' 的值无效：应为日期，如 2026-03-31"),
    (("ask", "portfolio", "--first", "x"), "'--first' 的值无效：应为整数"),
    (("ask", "portfolio", "--grade", "Z"), "'Z' 不是 S、A、B、C 之一"),
    (("ask", "portfolio", "--json", "--csv"), "--json 与 --csv 只能选一个"),
]


@pytest.mark.parametrize(("given", "says"), REFUSED)
def test_a_command_line_that_is_not_taken_is_refused_in_chinese(
    guanxi: Guanxi, given: tuple[str, ...], says: str
) -> None:
    """With exit code 2 as in English, where nothing of it is Chinese."""
    ran = guanxi(*given, GUANXI_LANGUAGE="zh")
    told = " ".join(ran.err.replace("│", " ").split())
    assert ran.code == 2
    assert says in told
    assert "错误" in told
    english = guanxi(*given, GUANXI_LANGUAGE="en")
    assert english.code == 2
    assert "Error" in english.err
    assert not HAN.search(english.err)


def test_answers_have_chinese_headings_and_words(tmp_path: Path, guanxi: Guanxi) -> None:
    """Names of people as they are; JSON and CSV, which programs read, the same in every language."""
    folder = tmp_path / "in"
    folder.mkdir()
    companies = "key,name,side,grade\nus,Us,SUPPLIER,\nacme,Acme,CUSTOMER,战略\n"
    (folder / "companies.csv").write_text(companies, encoding="utf-8")
    (folder / "people.csv").write_text("key,name,company\nli,Li,us\nboss,Boss,acme\n", encoding="utf-8")
    (folder / "ties.csv").write_text("employee,contact,trust\nli,boss,3\n", encoding="utf-8")
    assert guanxi("import", "in", "--store", "sqlite:///s.db").code == 0
    zh, store = {"GUANXI_LANGUAGE": "zh"}, ("--store", "sqlite:///s.db")
    shown = guanxi("ask", "portfolio", *store, **zh).out
    assert re.search(r"公司 +名称 +客户等级", shown)
    assert re.search(r"acme +Acme +战略", shown)
    assert "客户组合" in shown
    found = guanxi("ask", "findings", "--by", "finding", "--min-severity", "低", *store, **zh).out
    assert re.search(r"关键|覆盖|有效关系", found)
    for form in ("--json", "--csv"):
        english, chinese = (
            guanxi("ask", "portfolio", form, *store, GUANXI_LANGUAGE=name) for name in ("en", "zh")
        )
        assert english.out == chinese.out


def test_every_heading_of_an_answer_has_chinese() -> None:
    """So that tables are not of two languages."""
    seen: set[str] = set()
    missing: set[str] = set()

    def walk(of: Any) -> None:
        named = get_named_type(of)
        if not is_object_type(named) or named.name in seen:
            return
        seen.add(named.name)
        for name, field in selected_fields(named):
            if is_left_out(name):
                continue
            if not HAN.search(heading(name).chinese):
                missing.add(name)
            walk(field.type)

    for name, field in questions().items():
        assert HAN.search(heading(camel(name)).chinese), name
        walk(field.type)
    assert missing == set()
