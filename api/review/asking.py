"""A risk review of the store that the settings name."""

from __future__ import annotations

from datetime import date

from api.review.gathering import gather_review
from api.review.writing import write_review
from graph.errors import NotInGraph
from graph.messages.language import Language
from graph.nearness import with_suggestions
from graph.open_store import open_store
from graph.policy_book import PolicyBook, read_policy_book
from graph.settings import Settings
from graph.viewer import LOCAL
from queries.ask import Asker


async def review_page(
    settings: Settings, employee: str, last_day: date, language: Language, *, as_of: date, capacity: int | None
) -> str:
    """The page as text, with what was found told in the language.

    Errors as `gather_review` tells, ValueError for a bad policy file.
    """
    policies = read_policy_book(settings.policy_file) if settings.policy_file else PolicyBook()
    store = await open_store(settings, for_reading=True)
    try:
        asker = Asker(store, policies, people_limit=settings.people_limit)
        review = await gather_review(asker, LOCAL, employee, last_day, as_of=as_of, capacity=capacity)
        return write_review(review, language)
    except NotInGraph as missing:
        raise await with_suggestions(store, LOCAL, missing) from None
    finally:
        await store.close()
