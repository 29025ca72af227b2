"""When people met."""

from typing import Annotated

from graph.model import cell
from graph.model.kind import Kind
from graph.model.masks import Mask
from graph.model.node import NodeKey
from graph.model.record import Record
from graph.model.words import InteractionKind


class Interaction(Record):
    """A dated meeting, call, mail, visit, exchange or other contact of people."""

    key: NodeKey
    kind: Annotated[str, cell.enum("Kind", "类型", "What kind of contact it was.", words=InteractionKind)]
    on: Annotated[str, cell.day("On", "日期", "The day.", years_ahead=3)]
    participants: Annotated[
        tuple[str, ...], cell.keys("Participants", "参与人", "Who took part, of both sides.", refers_to="people")
    ]
    company: Annotated[
        str | None, cell.key("Company", "公司", "The company it was held at.", refers_to="companies")
    ] = None
    opportunity: Annotated[
        str | None, cell.key("Opportunity", "项目", "The opportunity it was about.", refers_to="opportunities")
    ] = None
    subject: Annotated[str | None, cell.text("Subject", "主题", "What it was about.", mask=Mask.NOTES)] = None


INTERACTIONS = Kind(name="interactions", record=Interaction)
