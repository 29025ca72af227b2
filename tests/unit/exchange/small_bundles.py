"""Bundles for tests: a small world as CSV texts, and ways to load variations of it."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from graph.errors import BadInput
from graph.exchange.importing import import_bundle
from graph.model.record import Row
from graph.model.record_kinds import RECORD_KINDS
from graph.store import GraphStore
from graph.stores.sqlite_store import SqliteStore
from graph.viewer import LOCAL

WORLD = {
    "companies": "key,name,side,parent\nUS,We,SUPPLIER,\nACME,Acme,CUSTOMER,\nNORTH,Acme North,CUSTOMER,ACME\n"
    "RIVAL,Rival,COMPETITOR,\n",
    "departments": "key,company,name,parent\nD1,ACME,Lab,\nD2,NORTH,Plant,\n",
    "people": "key,name,company,department\nE1,Eva,US,\nE2,Ed,US,\nP1,Ann,ACME,D1\nP2,Bob,ACME,D1\nP3,Cem,ACME,\n"
    "P4,Dan,NORTH,D2\n",
    "opportunities": "key,company,name\nO1,ACME,Press line\n",
}
"""Us and a customer of two companies, with four contacts and an opportunity."""


def zipped(files: dict[str, str | bytes], ending: str = ".csv") -> BytesIO:
    """The files as a zip archive in memory."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, text in files.items():
            archive.writestr(name + ending, text)
    buffer.seek(0)
    return buffer


def changed(**files: str) -> dict[str, str | bytes]:
    """The world with other or further files; of a file of the world, the rows are added to it."""
    return {**WORLD, **{name: _joined(name, text) for name, text in files.items()}}


def _joined(name: str, text: str) -> str:
    return WORLD[name] + text if name in WORLD and not text.startswith("key,") else text


async def load(store: GraphStore, files: dict[str, str | bytes], **options: bool):
    """Imports the files."""
    return await import_bundle(store, LOCAL, zipped(files), name="bundle.zip", **options)


async def problems_of(files: dict[str, str | bytes], before: dict[str, str | bytes] | None = None) -> list[str]:
    """The problems of loading the files, as people read them, into a store that holds `before`.

    Nothing may have been written when there are any.
    """
    store = await SqliteStore.open(None)
    try:
        if before is not None:
            await load(store, before)
        held = await everything(store)
        try:
            await load(store, files)
        except BadInput as refusal:
            assert await everything(store) == held
            return [str(problem) for problem in refusal.problems]
        return []
    finally:
        await store.close()


async def everything(store: GraphStore) -> dict[str, list[Row]]:
    """Every record, by kind."""
    return {
        name: [tuple(row) async for batch in store.read(LOCAL, kind) for row in batch]
        for name, kind in RECORD_KINDS.items()
    }
