"""What records about something that holds for a time have in common."""

from typing import Annotated

from graph.model import cell
from graph.model.masks import Mask
from graph.model.record import Record
from graph.model.words import Certainty


class Said(Record):
    """How sure a record is, and who said so."""

    certainty: Annotated[str | None, cell.enum("Certainty", "可信度", "How sure it is.", words=Certainty)] = None
    source: Annotated[str | None, cell.text("Source", "来源", "Who or what said so.", mask=Mask.NOTES)] = None


class Edge(Said):
    """An edge that holds from a day to a day."""

    valid_from: Annotated[
        str | None,
        cell.day(
            "Valid from",
            "生效日期",
            "First day on which it holds; null: it always did. A part of what identifies the period.",
        ),
    ] = None
    valid_to: Annotated[
        str | None,
        cell.day(
            "Valid to", "失效日期", "First day on which it no longer holds; null: still true.", years_ahead=None
        ),
    ] = None
