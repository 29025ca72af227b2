"""Numbers before something happens and after it: what changes is only what the question supposes."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from graph.model.masks import Mask
from graph.model.shown import said


class IntBeforeAfter(NamedTuple):
    """A count before something happens and after it, both on the same day."""

    before: Annotated[int, said("As it is.", mask=Mask.JUDGEMENT)]
    after: Annotated[int, said("As it would be.", mask=Mask.JUDGEMENT)]


class FloatBeforeAfter(NamedTuple):
    """A number before something happens and after it, both on the same day."""

    before: Annotated[float, said("As it is.", mask=Mask.JUDGEMENT)]
    after: Annotated[float, said("As it would be.", mask=Mask.JUDGEMENT)]
