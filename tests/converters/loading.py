"""How converted data comes into a store: through the product's own checks."""

from __future__ import annotations

from collections.abc import Sequence

from graph.editing import apply_changes
from graph.store import Changes, GraphStore, Table
from graph.viewer import LOCAL


async def load(store: GraphStore, tables: Sequence[Table]) -> None:
    """Writes the tables after all checks."""
    await apply_changes(store, LOCAL, Changes(upserts=tables))
