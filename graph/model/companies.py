"""Companies, their departments, and what is agreed with them."""

from typing import Annotated

from graph.model import cell
from graph.model.kind import Kind
from graph.model.node import NodeKey
from graph.model.record import Record
from graph.model.words import AgreementKind, Grade, Line, Side, SupplierPosition


class Company(Record):
    """A legal or business unit: of a customer, of us, of a competitor or partner."""

    key: NodeKey
    name: Annotated[str, cell.text("Name", "名称", "Name.", is_searchable=True)]
    side: Annotated[str, cell.enum("Side", "所属方", "Whose company it is.", words=Side)]
    parent: Annotated[
        str | None, cell.key("Parent", "上级公司", "The company above it in the group.", refers_to="companies")
    ] = None
    grade: Annotated[str | None, cell.enum("Grade", "客户等级", "Customer grade.", words=Grade)] = None
    industry: Annotated[str | None, cell.text("Industry", "行业", "Industry.")] = None
    region: Annotated[str | None, cell.text("Region", "地区", "Region.")] = None
    annual_value: Annotated[
        float | None, cell.money("Annual value", "年业务额", "Yearly business with us, in `currency`.")
    ] = None
    potential_value: Annotated[
        float | None,
        cell.money("Potential value", "潜在业务额", "Yearly business that is possible, in `currency`."),
    ] = None
    currency: Annotated[
        str | None, cell.currency("Currency", "币种", "Currency of the values, an ISO 4217 code.")
    ] = None
    strategic_fit: Annotated[int | None, cell.scale("Strategic fit", "战略匹配度", "Strategic fit, 1 to 5.")] = (
        None
    )
    industry_influence: Annotated[
        int | None, cell.scale("Industry influence", "行业影响力", "Influence in its industry, 1 to 5.")
    ] = None
    credit: Annotated[int | None, cell.scale("Credit", "信用", "Credit, 1 to 5.")] = None
    supplier_position: Annotated[
        str | None,
        cell.enum(
            "Supplier position",
            "我方供应商地位",
            "How the customer ranks us among its suppliers.",
            words=SupplierPosition,
        ),
    ] = None


class Department(Record):
    """A unit inside a company, in a tree."""

    key: NodeKey
    company: Annotated[str, cell.key("Company", "公司", "The company it is in.", refers_to="companies")]
    name: Annotated[str, cell.text("Name", "名称", "Name.", is_searchable=True)]
    parent: Annotated[
        str | None, cell.key("Parent", "上级部门", "The department above it.", refers_to="departments")
    ] = None
    line: Annotated[
        str | None,
        cell.enum(
            "Line",
            "条线",
            "Line, as recorded; without one, that of the department above counts.",
            words=Line,
        ),
    ] = None


class Agreement(Record):
    """An organisational tie: agreement, joint innovation centre, framework contract."""

    key: NodeKey
    company: Annotated[str, cell.key("Company", "公司", "The company it is with.", refers_to="companies")]
    kind: Annotated[str, cell.enum("Kind", "类型", "What kind of agreement it is.", words=AgreementKind)]
    name: Annotated[str | None, cell.text("Name", "名称", "Name.")] = None
    valid_from: Annotated[str | None, cell.day("Valid from", "生效日期", "First day of the agreement.")] = None
    valid_to: Annotated[
        str | None, cell.day("Valid to", "失效日期", "First day on which it no longer holds.", years_ahead=None)
    ] = None


COMPANIES = Kind(name="companies", record=Company)
DEPARTMENTS = Kind(name="departments", record=Department)
AGREEMENTS = Kind(name="agreements", record=Agreement)
