"""`guanxi review`: the whole risk review of one employee's departure as one HTML file."""

from __future__ import annotations

import asyncio
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from api.commands.command_line import add_command
from api.commands.given_paths import PATH
from api.commands.naming import key_of_named
from api.commands.plain_errors import clear_errors
from api.commands.settings_reading import Store, read_settings_of_a_store
from api.commands.speaking import language_spoken, spoken
from api.log_setup import configure_logs
from graph.messages.told import Told, ToldError
from graph.model.words import NodeKind

_screen = Console(highlight=False)


class ReviewIsThere(ToldError):
    """There is a file already where the review is to be."""


def review(
    employee: Annotated[
        str, typer.Argument(help=spoken(Told("Key or name of the employee who leaves.", "离职员工的编号或姓名。")))
    ],
    last_day: Annotated[
        datetime,
        typer.Option(
            formats=["%Y-%m-%d"],
            help=spoken(Told("Last working day, as 2026-12-31.", "最后工作日，如 2026-12-31。")),
        ),
    ],
    as_of: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            help=spoken(
                Told("The day whose state is reviewed; today when left out.", "以哪一天的状态评估；省略时为今天。")
            ),
        ),
    ] = None,
    capacity: Annotated[
        int | None,
        typer.Option(
            min=1,
            help=spoken(
                Told(
                    "Contacts that one colleague may take over; the policy's when left out.",
                    "每名同事最多接手的联系人数；省略时按政策。",
                )
            ),
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            **PATH,
            help=spoken(
                Told(
                    "The file; review-EMPLOYEE-DATE.html when left out.",
                    "输出文件；省略时为 review-EMPLOYEE-DATE.html。",
                )
            ),
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help=spoken(Told("Replace a file that is there.", "替换已有的文件。")))
    ] = False,
    store: Store = None,
) -> None:
    """Write the risk review of a departure: what is lost, who takes over, by when."""
    with clear_errors():
        settings = read_settings_of_a_store(store)
        key = asyncio.run(key_of_named(settings, NodeKind.PERSON, employee))
        path = output or Path(f"review-{_file_name(key)}-{last_day.date()}.html")
        if path.exists() and not force:
            raise ReviewIsThere(
                Told(f"{path} is there already; --force replaces it", f"{path} 已存在；--force 可替换它")
            )
        from api.review.asking import review_page  # takes a second, which other commands need not wait

        configure_logs(settings.log_level)
        day = as_of.date() if as_of else min(date.today(), last_day.date())
        asked = review_page(settings, key, last_day.date(), language_spoken(), as_of=day, capacity=capacity)
        page = asyncio.run(asked)
        path.write_text(page, encoding="utf-8")
    _screen.print(spoken(Told(f"The review is in {path}.", f"风险评估已写入 {path}。")), markup=False)


def _file_name(key: str) -> str:
    """The key without what file systems do not take."""
    return "".join(letter if letter.isalnum() or letter in "-_." else "-" for letter in key)


def register(app: typer.Typer) -> None:
    """Adds the command."""
    add_command(app, chinese="生成离职风险评估：损失什么，由谁接手，何时之前。")(review)
