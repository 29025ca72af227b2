"""`guanxi review`: the whole risk review of one employee's departure as one HTML file."""

from __future__ import annotations

import asyncio
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from api.commands.plain_errors import clear_errors
from api.commands.settings_reading import read_settings
from api.review.gathering import gather_review
from api.review.writing import write_review
from graph.open_store import open_store
from graph.policy_book import PolicyBook, read_policy_book
from graph.settings import Settings
from queries.ask import Asker

_screen = Console(highlight=False)


def review(
    employee: Annotated[str, typer.Argument(help="Key of the employee who leaves.")],
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
        Path | None, typer.Option("--output", "-o", help="The file; review-EMPLOYEE-DATE.html when left out.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
    store: Annotated[str | None, typer.Option(help="Store; GUANXI_STORE_URL when left out.")] = None,
) -> None:
    """Write the risk review of a departure: what is lost, who takes over, by when."""
    path = output or Path(f"review-{_file_name(employee)}-{last_day.date()}.html")
    with clear_errors():
        if path.exists() and not force:
            raise FileExistsError(f"{path} is there already; --force replaces it")
        settings = read_settings(store_url=store)
        day = as_of.date() if as_of else date.today()
        page = asyncio.run(_page(settings, employee, last_day.date(), day, capacity))
        path.write_text(page, encoding="utf-8")
    _screen.print(f"The review is in {path}.", markup=False)


async def _page(settings: Settings, employee: str, last_day: date, as_of: date, capacity: int | None) -> str:
    policies = read_policy_book(settings.policy_file) if settings.policy_file else PolicyBook()
    store = await open_store(settings)
    try:
        asker = Asker(store, policies, people_limit=settings.people_limit)
        return write_review(await gather_review(store, asker, employee, last_day, as_of=as_of, capacity=capacity))
    finally:
        await store.close()


def _file_name(key: str) -> str:
    """The key without what file systems do not take."""
    return "".join(letter if letter.isalnum() or letter in "-_." else "-" for letter in key)


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command()(review)
