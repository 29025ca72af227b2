"""Strawberry's field decorator, typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

import strawberry

F = TypeVar("F", bound=Callable[..., Any])


def described(description: str) -> Callable[[F], F]:
    """Makes the method a field with that description."""
    return cast(Callable[[F], F], strawberry.field(description=description))
