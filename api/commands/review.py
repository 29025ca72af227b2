"""`guanxi review`: the whole risk review of one employee's departure as one HTML file."""

from __future__ import annotations

import asyncio
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from api.commands.given_paths import PATH
from api.commands.naming import key_of_named
from api.commands.plain_errors import clear_errors
from api.commands.settings_reading import Store, read_settings_of_a_store
from api.log_setup import configure_logs
from graph.model.words import NodeKind

_screen = Console(highlight=False)


def review(
    employee: Annotated[str, typer.Argument(help="Key or name of the employee who leaves.")],
    last_day: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="Last working day, as 2026-12-31.")],
    as_of: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="The day whose state is reviewed; today when left out."),
    ] = None,
    capacity: Annotated[
        int | None,
        typer.Option(min=1, help="Contacts that one colleague may take over; the policy's when left out."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", **PATH, help="The file; review-EMPLOYEE-DATE.html when left out."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
    store: Store = None,
) -> None:
    """Write the risk review of a departure: what is lost, who takes over, by when."""
    with clear_errors():
        settings = read_settings_of_a_store(store)
        key = asyncio.run(key_of_named(settings, NodeKind.PERSON, employee))
        path = output or Path(f"review-{_file_name(key)}-{last_day.date()}.html")
        if path.exists() and not force:
            raise FileExistsError(f"{path} is there already; --force replaces it")
        from api.review.asking import review_page  # takes a second, which other commands need not wait

        configure_logs(settings.log_level)
        day = as_of.date() if as_of else min(date.today(), last_day.date())
        page = asyncio.run(review_page(settings, key, last_day.date(), as_of=day, capacity=capacity))
        path.write_text(page, encoding="utf-8")
    _screen.print(f"The review is in {path}.", markup=False)


def _file_name(key: str) -> str:
    """The key without what file systems do not take."""
    return "".join(letter if letter.isalnum() or letter in "-_." else "-" for letter in key)


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command()(review)
