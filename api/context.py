"""What every resolver of one request shares."""

from __future__ import annotations

from api.loaders import Loaders
from graph.store import GraphStore
from queries.ask import Asker


class Context:
    """The store, the asker of questions, and this request's loaders."""

    def __init__(self, store: GraphStore, asker: Asker) -> None:
        self.store = store
        self.asker = asker
        self.loaders = Loaders(store)

    def forget(self) -> None:
        """Forgets what was read: a write has changed it."""
        self.loaders = Loaders(self.store)
