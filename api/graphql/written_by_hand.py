"""Answers whose types are written by hand, and records that are shown as they are."""

from __future__ import annotations

from typing import Any

from api.types.edges import Rate
from api.types.lookups import SearchHit
from graph.model import exchange_rates
from graph.store import Hit

WRITTEN_BY_HAND: dict[type[Any], type[Any]] = {Hit: SearchHit, exchange_rates.Rate: Rate}
