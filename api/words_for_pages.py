"""The words of the field as the pages' scripts import them: one module, made from what is declared."""

from __future__ import annotations

import orjson
from fastapi import APIRouter, Response

from api.types.enums import ENUMERATIONS
from graph.model import words
from graph.model.record_kinds import RECORD_KINDS
from graph.model.word import Words

router = APIRouter(include_in_schema=False)

_SHOWN: tuple[type[Words], ...] = (*ENUMERATIONS, words.ScoreTerm, words.RelationshipLayer)
_VOCABULARY = {each.__name__: {word.value: [word.english, word.chinese] for word in each} for each in _SHOWN}
_COLUMNS = {
    name: {column.name: [column.english, column.chinese] for column in kind.columns}
    for name, kind in RECORD_KINDS.items()
}
_SCRIPT = b"export const VOCABULARY = %s;\nexport const COLUMNS = %s;\n" % (
    orjson.dumps(_VOCABULARY),
    orjson.dumps(_COLUMNS),
)


@router.get("/assets/vocabulary.js")
async def vocabulary() -> Response:
    """Each enumeration by name, each of its members in its order, and each file's columns: English and Chinese."""
    return Response(_SCRIPT, media_type="text/javascript", headers={"Cache-Control": "no-cache"})
