"""Measurements for Prometheus, by the names of OpenTelemetry's semantic conventions where there are such."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version

from fastapi import Response
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Gauge,
    Histogram,
    Info,
    PlatformCollector,
    ProcessCollector,
    generate_latest,
)

_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 60)


class Metrics:
    """The measurements of one application."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        PlatformCollector(registry=self.registry)
        Info("guanxi_build", "The version that runs.", registry=self.registry).info({"version": version("guanxi")})
        self._duration = Histogram(
            "http_server_request_duration_seconds",
            "Duration of HTTP requests.",
            ("http_request_method", "http_route", "http_response_status_code"),
            buckets=_SECONDS,
            registry=self.registry,
        )
        self._question = Histogram(
            "guanxi_question_duration_seconds",
            "Duration of questions, reading the store included.",
            ("question",),
            buckets=_SECONDS,
            registry=self.registry,
        )
        self._refresh = Histogram(
            "guanxi_account_refresh_duration_seconds",
            "Duration of recomputing the posture of an account; its count is the accounts recomputed.",
            buckets=_SECONDS,
            registry=self.registry,
        )
        self._stale = Gauge(
            "guanxi_stale_accounts",
            "Accounts whose posture was out of date at the last look.",
            registry=self.registry,
        )
        self._active = Gauge("http_server_active_requests", "Requests under way.", registry=self.registry)

    @contextmanager
    def active(self) -> Iterator[None]:
        """Counts a request while it is under way."""
        with self._active.track_inprogress():
            yield

    def observe(self, method: str, route: str, status: int, seconds: float) -> None:
        """Measures a request that is done."""
        known = method if method in _METHODS else "_OTHER"
        self._duration.labels(known, route, str(status)).observe(seconds)

    def observe_question(self, question: str, seconds: float) -> None:
        """Measures a question that is answered."""
        self._question.labels(question).observe(seconds)

    def observe_refresh(self, seconds: float) -> None:
        """Measures an account that is recomputed."""
        self._refresh.observe(seconds)

    def count_stale(self, count: int) -> None:
        """Keeps how many accounts are stale."""
        self._stale.set(count)

    def response(self) -> Response:
        """What `/metrics` answers."""
        return Response(generate_latest(self.registry), media_type=CONTENT_TYPE_LATEST)
