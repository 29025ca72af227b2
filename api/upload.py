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

from api.errors import BAD_USER_INPUT, VARYING, refusal
from api.viewing import viewer_of
from graph.errors import BadInput, Problem
from graph.exchange.importing import ImportReport, import_bundle
from graph.messages.language import Language, language_accepted
from graph.messages.told import Told, ToldError
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


_NOTHING_WRITTEN = Told("nothing was written", "未写入任何内容")


class UploadRefused(ToldError):
    """The upload is not a bundle that is taken; `status` says how."""

    def __init__(self, status: int, told: Told) -> None:
        super().__init__(told)
        self.status = status


@router.post("/import", summary="Load a bundle: a .zip of CSV files, or an .xlsx")
async def upload_bundle(
    request: Request,
) -> Response:
    """The report; 422 with all problems when something is wrong, and then nothing is written."""
    settings: Settings = request.app.state.settings
    language = language_accepted(request.headers.get("accept-language"))
    try:
        asked = _parameters(request.query_params)
        async with _received(request, settings.upload_limit_megabytes * 2**20) as (file, name):
            report = await import_bundle(
                request.app.state.store,
                viewer_of(request),
                file,
                name=name,
                is_dry_run=asked["dryRun"],
                skip_bad_rows=asked["skipBadRows"],
            )
        request.app.state.answering.refresher.wake()
    except UploadRefused as refused:
        return _json(refusal(refused.told, BAD_USER_INPUT, language), refused.status)
    except BadInput as bad:
        problems = [_problem(problem, language) for problem in bad.problems]
        return _json(refusal(_NOTHING_WRITTEN, BAD_USER_INPUT, language) | {"problems": problems}, 422)
    return _json(_report(report, language), 200)


def _parameters(given: QueryParams) -> dict[str, bool]:
    """The parameters by their names; UploadRefused for any other name or value."""
    asked = dict.fromkeys(_PARAMETERS.values(), False)
    for name, value in given.multi_items():
        if name not in _PARAMETERS:
            raise UploadRefused(
                400,
                Told(
                    f"parameter {name!r}: expected {' or '.join(asked)}",
                    f"参数 {name!r}：应为 {' 或 '.join(asked)}",
                ),
            )
        if value.lower() not in _FLAGS:
            raise UploadRefused(
                400,
                Told(
                    f"parameter {name}: {value!r}: expected true or false",
                    f"参数 {name}：{value!r}：应为 true 或 false",
                ),
            )
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
            raise UploadRefused(
                400, Told(f"not a form with one file: {error.message}", f"不是含一个文件的表单：{error.message}")
            ) from None
        async with _closing(form.close):
            part = form.get("file")
            if not isinstance(part, UploadFile):
                raise UploadRefused(
                    400, Told("the form must have the file in its field `file`", "表单的 `file` 字段中应有文件")
                )
            yield part.file, part.filename or ""
    elif content_type in _NAMES:
        with tempfile.SpooledTemporaryFile(_KEPT_IN_MEMORY_BYTES) as file:
            async for chunk in chunks:
                file.write(chunk)
            file.seek(0)
            yield file, _NAMES[content_type]
    else:
        known = ", ".join(_NAMES)
        raise UploadRefused(
            415, Told(f"the content type must be {known} or {_FORM}", f"内容类型应为 {known} 或 {_FORM}")
        )


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
            raise UploadRefused(
                413,
                Told(
                    f"the upload is larger than {limit} bytes (GUANXI_UPLOAD_LIMIT_MEGABYTES)",
                    f"上传超过 {limit} 字节（GUANXI_UPLOAD_LIMIT_MEGABYTES）",
                ),
            )
        yield chunk


def _report(report: ImportReport, language: Language) -> dict[str, Any]:
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
        "problems": [_problem(problem, language) for problem in report.problems],
        "seconds": report.seconds,
    }


def _problem(problem: Problem, language: Language) -> dict[str, Any]:
    return {
        "file": problem.file,
        "row": problem.row,
        "column": problem.column,
        "value": problem.value,
        "expected": problem.advice.text(language),
    }


def _json(answer: dict[str, Any], status: int) -> Response:
    return Response(orjson.dumps(answer), status, VARYING, "application/json")
