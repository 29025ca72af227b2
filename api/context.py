"""What every resolver of one request shares."""

from __future__ import annotations

from api.loaders import Loaders
from api.refreshing.kept_answers import KeptAnswers
from api.refreshing.refresher import Refresher
from graph.messages.language import Language
from graph.store import GraphStore
from queries.ask import Asker


class Context:
    """The store, the asker of questions, what is kept of all accounts, this request's loaders and its language."""

    def __init__(
        self,
        store: GraphStore,
        asker: Asker,
        kept: KeptAnswers,
        refresher: Refresher,
        language: Language = Language.EN,
    ) -> None:
        self.store = store
        self.asker = asker
        self.kept = kept
        self.refresher = refresher
        self.language = language
        self.loaders = Loaders(store)

    def written(self) -> None:
        """Forgets what was read, and has stale accounts recomputed: a write has changed something."""
        self.loaders = Loaders(self.store)
        self.refresher.wake()
