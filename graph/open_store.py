"""From a URL to a store: the only module that names the stores there are."""

from __future__ import annotations

from graph.errors import StoreContractBroken, StoreUnavailable
from graph.messages.told import Told
from graph.settings import Settings
from graph.store import GraphStore
from graph.store_url import embedded_file, store_scheme


async def open_store(settings: Settings, *, for_reading: bool = False) -> GraphStore:
    """Opens the store that `GUANXI_STORE_URL` names: `sqlite:///path`, `memory:`, `neo4j://` or `bolt://`.

    An embedded store is created and migrated when it is new. One in a place that cannot be written is read into
    memory `for_reading`, and is StoreReadOnly else. Raises QuestionRejected for a URL of another form,
    StoreUnavailable when the store cannot be reached.
    """
    url = settings.store_url
    if store_scheme(url) in ("sqlite", "memory"):
        from graph.stores.sqlite_store import SqliteStore

        path = embedded_file(url)
        try:
            return await SqliteStore.open(path, for_reading=for_reading)
        except (StoreUnavailable, StoreContractBroken) as error:
            raise type(error)(Told(f"{path}: {error.told}", f"{path}：{error.told.chinese}")) from error
    from graph.stores.neo4j_store import Neo4jStore

    return await Neo4jStore.open(
        url,
        user=settings.neo4j_user,
        password=settings.neo4j_password.get_secret_value() if settings.neo4j_password else None,
        database=settings.neo4j_database,
        timeout_seconds=settings.store_timeout_seconds,
    )
