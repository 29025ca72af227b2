"""What pydantic refuses of a value, of a setting or of an option, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.messages.told import Told, ToldError

_IN_CHINESE = {
    "bool_parsing": "应为 true 或 false",
    "enum": "应为 {expected}",
    "finite_number": "应为有限的数",
    "float_parsing": "应为数字",
    "greater_than": "应大于 {gt}",
    "greater_than_equal": "应不小于 {ge}",
    "int_parsing": "应为整数",
    "int_parsing_size": "应为整数，位数过多",
    "less_than_equal": "应不大于 {le}",
    "literal_error": "应为 {expected}",
}
"""By the type of its error; of any other it is told in pydantic's words."""


def why_wrong(item: Mapping[str, Any]) -> Told:
    """What is wrong, of one of the errors of a ValidationError."""
    context = item.get("ctx", {})
    refused = context.get("error")
    if isinstance(refused, ToldError):
        return refused.told
    expected = str(context.get("expected", "")).replace(", ", "、").replace(" or ", " 或 ")
    english = item["msg"].removeprefix("Value error, ")
    return Told(english, _IN_CHINESE.get(item["type"], english).format_map({**context, "expected": expected}))
