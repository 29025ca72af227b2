"""Opportunities, who decides them, and where people stand."""

from typing import Annotated

from graph.model import cell
from graph.model.edge import Edge, Said
from graph.model.kind import Kind, edge_kind
from graph.model.masks import Mask
from graph.model.node import NodeKey
from graph.model.record import Record
from graph.model.words import OpportunityStatus, Part, Power, Stage, Stance


class Opportunity(Record):
    """A deal or project at a customer."""

    key: NodeKey
    company: Annotated[str, cell.key("Company", "公司", "The customer.", refers_to="companies")]
    name: Annotated[str, cell.text("Name", "名称", "Name.", is_searchable=True)]
    value: Annotated[float | None, cell.money("Value", "金额", "Value, in `currency`.")] = None
    currency: Annotated[
        str | None, cell.currency("Currency", "币种", "Currency of the value, an ISO 4217 code.")
    ] = None
    sale_stage: Annotated[
        str | None,
        cell.text("Sale stage", "销售阶段", "Stage of the sale, in the words of whoever brought the data."),
    ] = None
    decision_date: Annotated[
        str | None, cell.day("Decision date", "决策日期", "The day on which the decision is expected.")
    ] = None
    status: Annotated[
        str | None,
        cell.enum(
            "Status",
            "状态",
            "Whether it is decided; one without a recorded status is OPEN.",
            words=OpportunityStatus,
        ),
    ] = None


class DecisionRole(Edge):
    """DECISION_ROLE: the part a person plays in one stage of an opportunity's decision."""

    person: Annotated[str, cell.key("Person", "人员", "Who decides.", refers_to="people")]
    opportunity: Annotated[str, cell.key("Opportunity", "项目", "What is decided.", refers_to="opportunities")]
    stage: Annotated[str, cell.enum("Stage", "决策阶段", "The stage of the decision.", words=Stage)]
    part: Annotated[str, cell.enum("Part", "角色", "The part played there.", words=Part)]
    veto: Annotated[bool | None, cell.flag("Veto", "否决权", "Whether the person may veto.")] = None


class Position(Said):
    """POSITION: a dated assertion of a person's power and stance, on an opportunity or an account.

    The latest one that states an attribute holds; UNKNOWN withdraws it.
    """

    person: Annotated[str, cell.key("Person", "人员", "Whose position it is.", refers_to="people")]
    opportunity: Annotated[
        str | None,
        cell.key(
            "Opportunity",
            "项目",
            "The opportunity it is about; null when it is about a company.",
            refers_to="opportunities",
        ),
    ] = None
    company: Annotated[
        str | None,
        cell.key(
            "Company",
            "公司",
            "The company it is about; null when it is about an opportunity.",
            refers_to="companies",
        ),
    ] = None
    stated_on: Annotated[str, cell.day("Stated on", "记录日期", "The day of the assertion.", years_ahead=1)]
    power: Annotated[
        str | None,
        cell.enum(
            "Power",
            "权力地位",
            "Power over the decision; null says nothing.",
            words=Power,
            mask=Mask.JUDGEMENT,
        ),
    ] = None
    stance: Annotated[
        str | None,
        cell.enum("Stance", "态度", "Stance towards us; null says nothing.", words=Stance, mask=Mask.JUDGEMENT),
    ] = None
    coach: Annotated[
        bool | None,
        cell.flag("Coach", "教练", "Whether the person gives us inside information.", mask=Mask.JUDGEMENT),
    ] = None
    leans_to: Annotated[
        str | None,
        cell.key(
            "Leans to",
            "倾向对手",
            "The competitor the person leans to.",
            refers_to="companies",
            mask=Mask.JUDGEMENT,
        ),
    ] = None


OPPORTUNITIES = Kind(name="opportunities", record=Opportunity)
DECISION_ROLES = edge_kind("decision_roles", DecisionRole, ("person", "opportunity", "stage"))
POSITIONS = Kind(name="positions", record=Position, identity=("person", "opportunity", "company", "stated_on"))
