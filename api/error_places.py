"""Where an error came from, without its text: that may quote a person's data."""

from __future__ import annotations

import traceback

_SHOWN_FRAMES = 12


def places_of(error: BaseException) -> list[str]:
    """The innermost places of the error's traceback, outermost first: `file:line function`."""
    frames = traceback.extract_tb(error.__traceback__)[-_SHOWN_FRAMES:]
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
