"""GraphQL over HTTP: POST of application/json, answers as JSON. Batches, GET and forms are not accepted.

A form or a plain-text body can be sent by any web page without asking; JSON cannot, so other content types are
refused (CSRF).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import orjson
from fastapi import Request, Response
from strawberry.exceptions import MissingQueryError
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError

from api.context import Context
from api.errors import BAD_USER_INPUT, VARYING, formatted, refusal
from api.limits import Limits
from api.request_log import note
from api.schema import Schema
from graph.messages.language import Language
from graph.messages.told import Told, ToldError

JSON = "application/json"
GRAPHQL_RESPONSE = "application/graphql-response+json"


_NO_OPERATION = Told("the document has no operation of that name", "查询文档中没有该名称的操作")


class RequestRefused(ToldError):
    """The HTTP request is not one of GraphQL over HTTP; `status` says how."""

    def __init__(self, status: int, told: Told) -> None:
        super().__init__(told)
        self.status = status


@dataclass(frozen=True, slots=True)
class Operation:
    """What a request asks to run."""

    query: str
    variables: dict[str, Any] | None
    name: str | None


async def answer_graphql(request: Request, schema: Schema, limits: Limits, context: Context) -> Response:
    """Reads, runs and answers one operation."""
    media_type = JSON
    try:
        media_type = _answer_type(request.headers.get("accept", ""))
        operation = _operation(await _body(request, limits.body_bytes))
    except RequestRefused as refused:
        note(request.scope, error_codes=[BAD_USER_INPUT])
        return _response(
            refusal(refused.told, BAD_USER_INPUT, context.language), media_type, refused.status, context.language
        )
    answer = await _run(schema, operation, context)
    codes = sorted({error["extensions"]["code"] for error in answer.get("errors", ())})
    note(request.scope, operation=(operation.name or "")[:64] or None, error_codes=codes or None)
    # A request error under the newer media type is a client error; under application/json the status is 200.
    status = 400 if media_type == GRAPHQL_RESPONSE and "data" not in answer else 200
    return _response(answer, media_type, status, context.language)


async def _run(schema: Schema, operation: Operation, context: Context) -> dict[str, Any]:
    """The answer; without `data` when nothing ran."""
    try:
        result = await schema.execute(
            operation.query,
            variable_values=operation.variables,
            context_value=context,
            operation_name=operation.name,
        )
    except (MissingQueryError, CannotGetOperationTypeError, InvalidOperationTypeError):
        return refusal(_NO_OPERATION, BAD_USER_INPUT, context.language)
    errors = formatted(result.errors or (), context.language)
    if result.data is None and not any(error.get("path") for error in errors):
        return {"errors": errors}
    return {"data": result.data, "errors": errors} if errors else {"data": result.data}


async def _body(request: Request, limit: int) -> bytes:
    content_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if content_type != JSON:
        raise RequestRefused(415, Told(f"the content type must be {JSON}", f"内容类型应为 {JSON}"))
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > limit:
            raise RequestRefused(413, Told(f"the body is larger than {limit} bytes", f"请求体超过 {limit} 字节"))
    return bytes(body)


def _operation(body: bytes) -> Operation:
    try:
        asked = orjson.loads(body)
    except orjson.JSONDecodeError:
        raise RequestRefused(400, Told("the body is not JSON in UTF-8", "请求体不是 UTF-8 的 JSON")) from None
    if not isinstance(asked, dict):
        raise RequestRefused(
            400,
            Told(
                "the body must be one JSON object; batches are not accepted",
                "请求体应为一个 JSON 对象；不接受批量请求",
            ),
        )
    query, variables, name = asked.get("query"), asked.get("variables"), asked.get("operationName")
    if not isinstance(query, str) or not query.strip():
        raise RequestRefused(
            400, Told("`query` must be a GraphQL document as text", "`query` 应为文本形式的 GraphQL 文档")
        )
    if variables is not None and not isinstance(variables, dict):
        raise RequestRefused(400, Told("`variables` must be an object", "`variables` 应为对象"))
    if name is not None and not isinstance(name, str):
        raise RequestRefused(400, Told("`operationName` must be text", "`operationName` 应为文本"))
    if not isinstance(asked.get("extensions"), dict | None):
        raise RequestRefused(400, Told("`extensions` must be an object", "`extensions` 应为对象"))
    return Operation(query, variables, name or None)


def _answer_type(accept: str) -> str:
    """The media type of the answer: the first one of the Accept header that can be given."""
    wanted = [part.partition(";")[0].strip().lower() for part in accept.split(",")] if accept.strip() else ["*/*"]
    for media_type in wanted:
        if media_type == GRAPHQL_RESPONSE:
            return GRAPHQL_RESPONSE
        if media_type in (JSON, "application/*", "*/*"):
            return JSON
    raise RequestRefused(
        406, Told(f"answers are {GRAPHQL_RESPONSE} or {JSON}", f"应答为 {GRAPHQL_RESPONSE} 或 {JSON}")
    )


def _response(answer: dict[str, Any], media_type: str, status: int, language: Language) -> Response:
    return Response(
        orjson.dumps(answer),
        status_code=status,
        media_type=f"{media_type}; charset=utf-8",
        headers={"Cache-Control": "no-store", "Content-Language": language.value, **VARYING},
    )
