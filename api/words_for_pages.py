"""The words of the field as the pages' scripts import them: one module, made from the vocabulary."""

from __future__ import annotations

import orjson
from fastapi import APIRouter, Response

from api.types.enums import ENUMERATIONS
from graph.model import words
from graph.model.word import Words

router = APIRouter(include_in_schema=False)

_SHOWN: tuple[type[Words], ...] = (*ENUMERATIONS, words.ScoreTerm, words.RelationshipLayer)
_SCRIPT = b"export const VOCABULARY = %s;\n" % orjson.dumps(
    {each.__name__: {word.value: [word.english, word.chinese] for word in each} for each in _SHOWN}
)


@router.get("/assets/vocabulary.js")
async def vocabulary() -> Response:
    """Each enumeration by name, each of its members in its order: English and Chinese."""
    return Response(_SCRIPT, media_type="text/javascript", headers={"Cache-Control": "no-cache"})
