"""People of both sides, where they work, and what is between them."""

from typing import Annotated

from graph.model import cell
from graph.model.edge import Edge
from graph.model.kind import Kind, edge_kind
from graph.model.masks import Mask
from graph.model.node import NodeKey
from graph.model.record import Record
from graph.model.words import EmploymentStatus, OrgLevel, Purpose, ReportingKind, Tag


class Person(Record):
    """Someone on either side: our people are employees, people of a customer contacts."""

    key: NodeKey
    name: Annotated[
        str | None,
        cell.text("Name", "姓名", "Name; null for a seat whose holder is not known yet.", is_searchable=True),
    ] = None
    email: Annotated[
        str | None,
        cell.text("E-mail", "邮箱", "E-mail address.", mask=Mask.CONTACT_DETAILS, is_searchable=True),
    ] = None
    phone: Annotated[str | None, cell.text("Phone", "电话", "Telephone number.", mask=Mask.CONTACT_DETAILS)] = None
    company: Annotated[
        str,
        cell.key(
            "Company",
            "公司",
            "The company today; null before the first row of a history.",
            refers_to="companies",
        ),
    ]
    department: Annotated[
        str | None, cell.key("Department", "部门", "The department today.", refers_to="departments")
    ] = None
    title: Annotated[str | None, cell.text("Title", "职务", "Job title today.", is_searchable=True)] = None
    level: Annotated[str | None, cell.enum("Level", "层级", "Org level today.", words=OrgLevel)] = None
    status: Annotated[
        str | None,
        cell.enum("Status", "在职状态", "Whether the person still works there.", words=EmploymentStatus),
    ] = None
    status_since: Annotated[
        str | None, cell.day("Status since", "状态起始日", "The day from which the status holds.")
    ] = None
    tags: Annotated[tuple[str, ...], cell.enums("Tags", "标签", "Tags.", words=Tag)] = ()


class Employment(Edge):
    """WORKS_IN: a period of a person's history."""

    person: Annotated[str, cell.key("Person", "人员", "Who works there.", refers_to="people")]
    company: Annotated[str, cell.key("Company", "公司", "The company.", refers_to="companies")]
    department: Annotated[
        str | None,
        cell.key("Department", "部门", "The department, when it is known.", refers_to="departments"),
    ] = None
    title: Annotated[str | None, cell.text("Title", "职务", "Job title there.")] = None
    level: Annotated[str | None, cell.enum("Level", "层级", "Org level there.", words=OrgLevel)] = None


class ReportingLine(Edge):
    """REPORTS_TO or DOTTED_REPORTS_TO: a person and the manager."""

    person: Annotated[str, cell.key("Person", "人员", "Who reports.", refers_to="people")]
    manager: Annotated[str, cell.key("Manager", "上级", "To whom.", refers_to="people")]
    kind: Annotated[
        str, cell.enum("Kind", "汇报类型", "SOLID, the line manager, or DOTTED.", words=ReportingKind)
    ] = ReportingKind.SOLID


class Influence(Edge):
    """INFLUENCES: how much the influenced person listens to the influencer."""

    influencer: Annotated[str, cell.key("Influencer", "影响者", "Who is listened to.", refers_to="people")]
    influenced: Annotated[str, cell.key("Influenced", "被影响者", "Who listens.", refers_to="people")]
    weight: Annotated[float, cell.weight("Weight", "强度", "How much, above 0 and up to 1.")]


class Conflict(Edge):
    """CONFLICTS_WITH: a rivalry, felt in both directions."""

    person: Annotated[str, cell.key("Person", "人员", "One of the two.", refers_to="people")]
    other: Annotated[str, cell.key("Other", "对方", "The other.", refers_to="people")]
    weight: Annotated[float, cell.weight("Weight", "强度", "How much, above 0 and up to 1.")]


class Tie(Edge):
    """TIE: what one of our employees has with a contact; one for all opportunities."""

    employee: Annotated[str, cell.key("Employee", "我方人员", "Our employee.", refers_to="people")]
    contact: Annotated[str, cell.key("Contact", "客户联系人", "The contact.", refers_to="people")]
    trust: Annotated[
        int | None,
        cell.trust(
            "Trust",
            "信任度",
            "Trust 1 to 5: business contact 正常商务往来, familiar 长期陪伴, personal 朋友式交往, "
            "career support 帮助个人业绩, strategic ally 帮助事业成功; null: not known.",
        ),
    ] = None
    target_trust: Annotated[
        int | None, cell.trust("Target trust", "目标信任度", "The trust aimed at, 1 to 5.")
    ] = None
    last_contact: Annotated[
        str | None,
        cell.day(
            "Last contact",
            "最近联系",
            "Last contact as recorded with the tie; interactions may tell of a later one.",
            years_ahead=1,
        ),
    ] = None
    purposes: Annotated[
        tuple[str, ...], cell.enums("Purposes", "用途", "What the tie is kept for.", words=Purpose)
    ] = ()


PEOPLE = Kind(name="people", record=Person)
WORKS_IN = edge_kind("works_in", Employment, ("person", "company", "department"))
REPORTS_TO = edge_kind("reports_to", ReportingLine, ("person", "manager", "kind"))
INFLUENCES = edge_kind("influences", Influence, ("influencer", "influenced"))
CONFLICTS = edge_kind("conflicts", Conflict, ("person", "other"))
TIES = edge_kind("ties", Tie, ("employee", "contact"))
