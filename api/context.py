"""What every resolver of one request shares."""

from __future__ import annotations

from api.loaders import Loaders
from api.refreshing.kept_answers import KeptAnswers
from api.refreshing.refresher import Refresher
from graph.messages.language import Language
from graph.store import GraphStore
from graph.viewer import Viewer
from queries.ask import Asker


class Context:
    """Who asks, in which language, the store, the asker, what is kept of accounts, and this request's loaders."""

    def __init__(
        self,
        viewer: Viewer,
        store: GraphStore,
        asker: Asker,
        kept: KeptAnswers,
        refresher: Refresher,
        language: Language = Language.EN,
    ) -> None:
        self.viewer = viewer
        self.store = store
        self.asker = asker
        self.kept = kept
        self.refresher = refresher
        self.language = language
        self.loaders = Loaders(store, viewer)

    def written(self) -> None:
        """Forgets what was read, and has stale accounts recomputed: a write has changed something."""
        self.loaders = Loaders(self.store, self.viewer)
        self.refresher.wake()
