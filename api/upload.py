"""POST /import: a whole bundle, for files too large for GraphQL. Streamed to a temporary file, then checked.

Either the file itself as the body (`application/zip` or the type of .xlsx), or a form with the field `file`. The
parameters are `dryRun` and `skipBadRows` (also as `dry_run`, `skip_bad_rows`); any other is refused, so that a
misspelt one never writes.
"""

from __future__ import annotations

import tempfile
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import IO, Any

import orjson
from fastapi import APIRouter, Request, Response
from starlette.datastructures import QueryParams, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from api.errors import BAD_USER_INPUT, refusal
from graph.errors import BadInput, Problem
from graph.exchange.importing import ImportReport, import_bundle
from graph.settings import Settings

_NAMES = {
    "application/zip": "bundle.zip",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "bundle.xlsx",
}
"""What a body of each content type is called: the ending tells the format."""
_FORM = "multipart/form-data"
_PARAMETERS = {
    "dryRun": "dryRun",
    "dry_run": "dryRun",
    "skipBadRows": "skipBadRows",
    "skip_bad_rows": "skipBadRows",
}
_FLAGS = {"true": True, "1": True, "yes": True, "": True, "false": False, "0": False, "no": False}
_KEPT_IN_MEMORY_BYTES = 1_048_576

router = APIRouter(tags=["exchange"])


class UploadRefused(Exception):
    """The upload is not a bundle that is taken; `status` says how."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


@router.post("/import", summary="Load a bundle: a .zip of CSV files, or an .xlsx")
async def upload_bundle(
    request: Request,
) -> Response:
    """The report; 422 with all problems when something is wrong, and then nothing is written."""
    settings: Settings = request.app.state.settings
    try:
        asked = _parameters(request.query_params)
        async with _received(request, settings.upload_limit_megabytes * 2**20) as (file, name):
            report = await import_bundle(
                request.app.state.store,
                file,
                name=name,
                is_dry_run=asked["dryRun"],
                skip_bad_rows=asked["skipBadRows"],
            )
        request.app.state.answering.refresher.wake()
    except UploadRefused as refused:
        return _json(refusal(str(refused), BAD_USER_INPUT), refused.status)
    except BadInput as bad:
        problems = [_problem(problem) for problem in bad.problems]
        return _json(refusal("nothing was written", BAD_USER_INPUT) | {"problems": problems}, 422)
    return _json(_report(report), 200)


def _parameters(given: QueryParams) -> dict[str, bool]:
    """The parameters by their names; UploadRefused for any other name or value."""
    asked = dict.fromkeys(_PARAMETERS.values(), False)
    for name, value in given.multi_items():
        if name not in _PARAMETERS:
            raise UploadRefused(400, f"parameter {name!r}: expected {' or '.join(asked)}")
        if value.lower() not in _FLAGS:
            raise UploadRefused(400, f"parameter {name}: {value!r}: expected true or false")
        asked[_PARAMETERS[name]] = _FLAGS[value.lower()]
    return asked


@asynccontextmanager
async def _received(request: Request, limit: int) -> AsyncIterator[tuple[IO[bytes], str]]:
    """The uploaded file and the name that tells its format."""
    content_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    chunks = _counted(request.stream(), limit)
    if content_type == _FORM:
        try:
            form = await MultiPartParser(request.headers, chunks, max_files=1, max_fields=0).parse()
        except MultiPartException as error:
            raise UploadRefused(400, f"not a form with one file: {error.message}") from None
        async with _closing(form.close):
            part = form.get("file")
            if not isinstance(part, UploadFile):
                raise UploadRefused(400, "the form must have the file in its field `file`")
            yield part.file, part.filename or ""
    elif content_type in _NAMES:
        with tempfile.SpooledTemporaryFile(_KEPT_IN_MEMORY_BYTES) as file:
            async for chunk in chunks:
                file.write(chunk)
            file.seek(0)
            yield file, _NAMES[content_type]
    else:
        raise UploadRefused(415, f"the content type must be {', '.join(_NAMES)} or {_FORM}")


@asynccontextmanager
async def _closing(close: Callable[[], Any]) -> AsyncIterator[None]:
    try:
        yield
    finally:
        await close()


async def _counted(chunks: AsyncIterator[bytes], limit: int) -> AsyncGenerator[bytes, None]:
    received = 0
    async for chunk in chunks:
        received += len(chunk)
        if received > limit:
            raise UploadRefused(413, f"the upload is larger than {limit} bytes (GUANXI_UPLOAD_LIMIT_MEGABYTES)")
        yield chunk


def _report(report: ImportReport) -> dict[str, Any]:
    return {
        "dryRun": report.is_dry_run,
        "tallies": {
            name: {
                "created": tally.created,
                "changed": tally.changed,
                "unchanged": tally.unchanged,
                "deleted": tally.deleted,
            }
            for name, tally in report.tallies.items()
        },
        "revisions": dict(report.revisions),
        "skipped": report.skipped_count,
        "problems": [_problem(problem) for problem in report.problems],
        "seconds": report.seconds,
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "file": problem.file,
        "row": problem.row,
        "column": problem.column,
        "value": problem.value,
        "expected": problem.advice,
    }


def _json(answer: dict[str, Any], status: int) -> Response:
    return Response(orjson.dumps(answer), status, media_type="application/json")
