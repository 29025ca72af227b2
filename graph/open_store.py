"""From a URL to a store: the only module that names the stores there are."""

from __future__ import annotations

from pathlib import Path

from graph.errors import QuestionRejected, StoreContractBroken, StoreUnavailable
from graph.settings import Settings
from graph.store import GraphStore

_NEO4J_SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")


async def open_store(settings: Settings) -> GraphStore:
    """Opens the store that `GUANXI_STORE_URL` names: `sqlite:///path`, `memory:`, `neo4j://` or `bolt://`.

    An embedded store is created and migrated when it is new. Raises QuestionRejected for a URL of another
    form, StoreUnavailable when the store cannot be reached.
    """
    url = settings.store_url
    scheme, _, _ = url.partition(":")
    if scheme in ("sqlite", "memory"):
        from graph.stores.sqlite_store import SqliteStore

        path = embedded_file(url)
        try:
            return await SqliteStore.open(path)
        except (StoreUnavailable, StoreContractBroken) as error:
            raise type(error)(f"{path}: {error}") from error
    if scheme in _NEO4J_SCHEMES:
        from graph.stores.neo4j_store import Neo4jStore

        return await Neo4jStore.open(
            url,
            user=settings.neo4j_user,
            password=settings.neo4j_password.get_secret_value() if settings.neo4j_password else None,
            database=settings.neo4j_database,
            timeout_seconds=settings.store_timeout_seconds,
        )
    raise QuestionRejected(f"store URL scheme {scheme!r}: expected sqlite, memory, neo4j or bolt")


def embedded_file(url: str) -> Path | None:
    """The file of an embedded store; None for any other store. QuestionRejected for a URL of another form."""
    scheme, _, rest = url.partition(":")
    if scheme != "sqlite":
        return None
    if not rest.startswith("///"):
        raise QuestionRejected(f"store URL {url!r}: expected sqlite:///path/of/the/file")
    return Path(rest.removeprefix("///"))
