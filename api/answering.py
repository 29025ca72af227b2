"""What answers over one store, put together the same for the service and for a command."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from api.context import Context
from api.refreshing.kept_answers import KeptAnswers
from api.refreshing.refresher import OnRefreshed, Refresher
from graph.messages.language import Language
from graph.policy_book import PolicyBook
from graph.settings import Settings
from graph.store import GraphStore
from graph.viewer import Viewer
from queries.ask import Asker, Observer

_ACCOUNTS_IN_THE_REFRESHERS_HAND = 4


class Answering:
    """The asker of questions, the refresher of what is kept, and the answers from that.

    The refresher has an asker of its own: the accounts that it reads push out what questions need again.
    """

    def __init__(
        self,
        store: GraphStore,
        settings: Settings,
        policies: PolicyBook,
        observe: Observer,
        on_refreshed: OnRefreshed | None = None,
        today: Callable[[], date] = date.today,
    ) -> None:
        self.store = store
        self.asker = Asker(
            store,
            policies,
            snapshot_count=settings.snapshot_count,
            people_limit=settings.people_limit,
            today=today,
            observe=observe,
        )
        self.refresher = Refresher(
            store,
            Asker(
                store,
                policies,
                snapshot_count=_ACCOUNTS_IN_THE_REFRESHERS_HAND,
                people_limit=settings.people_limit,
                today=today,
            ),
            lease_seconds=settings.lease_seconds,
            on_refreshed=on_refreshed,
        )
        self.kept = KeptAnswers(store, self.refresher, settings.live_account_count)
        self.asker.kept = self.kept

    def context(self, viewer: Viewer, language: Language = Language.EN) -> Context:
        """What the resolvers of one request share, told in that language."""
        return Context(viewer, self.store, self.asker, self.kept, self.refresher, language)
