"""Who asks or writes: an argument of every question, lookup and write, made in one place from the request."""

from __future__ import annotations

from dataclasses import dataclass, replace

from graph.model.word import Words


class ViewerKind(Words):
    """What kind of viewer somebody is."""

    LOCAL = "LOCAL", "Local administrator", "本机管理员", "Whoever uses this machine; may do everything."
    SERVICE = "SERVICE", "The service", "本服务", "The service itself, in what it does unasked."


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewer:
    """Somebody who asks or writes. The journal keeps the `id` of who did what."""

    id: str
    kind: ViewerKind

    def named(self, name: str) -> Viewer:
        """The same by the name that is told: whoever uses this machine says who it is."""
        return replace(self, id=name)


LOCAL = Viewer(id="local", kind=ViewerKind.LOCAL)
"""Whoever uses this machine."""
SERVICE = Viewer(id="guanxi", kind=ViewerKind.SERVICE)
"""The service itself: it keeps answers of everything up to date."""
