"""Runs a GraphQL operation in this process, against the store of the settings."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from api.answering import Answering
from api.commands.speaking import language_spoken
from api.errors import formatted
from api.limits import Limits
from api.schema import make_schema
from graph.errors import QuestionRejected
from graph.messages.told import Told
from graph.open_store import open_store
from graph.policy_book import PolicyBook, read_policy_book
from graph.settings import Settings
from graph.store import GraphStore
from graph.viewer import LOCAL, Viewer

_WITHOUT_BOUNDS = Limits(document_characters=10**6, tokens=10**5, depth=10**3, fields=10**5, cost=10**12)
"""Who asks here waits for the answer alone."""


Variables = Mapping[str, Any]
Prepare = Callable[[GraphStore, Viewer, Variables], Awaitable[Variables]]


async def run_operation(settings: Settings, document: str, typed: Variables, prepare: Prepare) -> dict[str, Any]:
    """The operation's data, told in the language spoken; QuestionRejected with the first error's message, if any.

    `prepare` makes the variables out of what was typed, with the store at hand.
    """
    policies = read_policy_book(settings.policy_file) if settings.policy_file else PolicyBook()
    store = await open_store(settings, for_reading=True)
    try:
        variables = await prepare(store, LOCAL, typed)
        language = language_spoken()
        context = Answering(store, settings, policies, lambda question, seconds: None).context(LOCAL, language)
        schema = make_schema(_WITHOUT_BOUNDS)
        result = await schema.execute(document, variable_values=dict(variables), context_value=context)
    finally:
        await store.close()
    for error in formatted(result.errors or (), language):
        raise QuestionRejected(Told(error["message"], error["message"]))
    return result.data or {}
