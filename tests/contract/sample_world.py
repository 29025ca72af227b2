"""A small world with every kind of record in it: us, two accounts, a consultancy and a competitor."""

from __future__ import annotations

from graph.model.companies import Agreement, Company, Department
from graph.model.deals import DecisionRole, Opportunity, Position
from graph.model.exchange_rates import Rate
from graph.model.meetings import Interaction
from graph.model.people import Conflict, Employment, Influence, Person, ReportingLine, Tie

US = Company(key="us", name="Our company 我们", side="SUPPLIER")
ACME = Company(
    key="acme",
    name="Acme 集团",
    side="CUSTOMER",
    grade="S",
    industry="energy",
    region="华东",
    annual_value=1_000_000.5,
    potential_value=2_000_000.0,
    currency="CNY",
    strategic_fit=5,
    industry_influence=4,
    credit=3,
    supplier_position="MAIN_SUPPLIER",
)
ACME_CITY = Company(key="acme-city", name="Acme City", side="CUSTOMER", parent="acme")
ZETA = Company(key="zeta", name="Zeta", side="CUSTOMER", grade="B")
ADVICE = Company(key="advice", name="Advice & Partners", side="PARTNER")
RIVAL = Company(key="rival", name="Rival", side="COMPETITOR")

BOARD = Department(key="board", company="acme", name="Board 董事会", line="MANAGEMENT")
LAB = Department(key="lab", company="acme", name="Lab", parent="board", line="TECHNICAL")
SALES = Department(key="sales", company="us", name="Sales", line="USER")
FIELD_SALES = Department(key="field", company="us", name="Field sales", parent="sales")

CHIEF = Person(
    key="chief",
    name="陈总",
    email="chen@acme.example",
    phone="+86 21 5555 0100 转 8",
    company="acme",
    department="board",
    title="CEO",
    level="EXECUTIVE",
    status="ACTIVE",
    status_since="2020-01-31",
)
ENGINEER = Person(
    key="engineer", name="Émile Zola", company="acme", department="lab", tags=("RISING_STAR", "GATEKEEPER")
)
BUYER = Person(key="buyer", company="acme-city")
ZETA_CHIEF = Person(key="zeta-chief", name="Zora", company="zeta", level="EXECUTIVE")
CONSULTANT = Person(key="consultant", name="Conny", company="advice")
SELLER = Person(
    key="seller",
    name="Sally 李",
    email="sally@us.example",
    company="us",
    department="field",
    title="Account manager",
    level="MIDDLE",
)
COLLEAGUE = Person(key="colleague", name="Colin", company="us")

CHIEFS_PAST = Employment(
    person="chief",
    company="zeta",
    title="CFO",
    level="SENIOR",
    valid_from="2015-01-01",
    valid_to="2020-01-31",
    certainty="CONFIRMED",
    source="press",
)
CHIEFS_PRESENT = Employment(
    person="chief",
    company="acme",
    department="board",
    title="CEO",
    level="EXECUTIVE",
    valid_from="2020-01-31",
    certainty="CONFIRMED",
    source="press",
)
LINE = ReportingLine(
    person="engineer",
    manager="chief",
    kind="SOLID",
    valid_from="2021-01-01",
    certainty="ASSUMED",
    source="organisation chart",
)
DOTTED_LINE = ReportingLine(person="buyer", manager="engineer", kind="DOTTED")
INFLUENCE = Influence(
    influencer="engineer",
    influenced="chief",
    weight=0.75,
    valid_to="2027-01-01",
    certainty="INFERRED",
    source="mail",
)
CONSULTANTS_INFLUENCE = Influence(influencer="consultant", influenced="chief", weight=1.0)
CONFLICT = Conflict(person="engineer", other="buyer", weight=0.5, valid_from="2024-02-29")
TIE = Tie(
    employee="seller",
    contact="engineer",
    trust=3,
    target_trust=5,
    last_contact="2026-03-31",
    purposes=("INFORMATION", "DECISION"),
    valid_from="2022-05-01",
    certainty="CONFIRMED",
    source="CRM",
)
COLLEAGUES_TIE = Tie(employee="colleague", contact="zeta-chief", trust=1)
DEAL = Opportunity(
    key="deal",
    company="acme",
    name="Deal 标",
    value=250_000.25,
    currency="EUR",
    sale_stage="proposal",
    decision_date="2026-12-01",
    status="OPEN",
)
ZETA_DEAL = Opportunity(key="zeta-deal", company="zeta", name="Zeta's deal")
ROLE = DecisionRole(
    person="chief",
    opportunity="deal",
    stage="APPROVAL",
    part="LEADS",
    veto=True,
    valid_from="2025-01-01",
    certainty="ASSUMED",
    source="seller",
)
LESSER_ROLE = DecisionRole(
    person="engineer", opportunity="deal", stage="SPECIFICATION", part="CONSULTED", veto=False
)
UNSURE_ROLE = DecisionRole(person="buyer", opportunity="deal", stage="SPECIFICATION", part="PARTICIPATES")
POSITION = Position(
    person="chief",
    opportunity="deal",
    stated_on="2026-01-01",
    power="INNER_CIRCLE",
    stance="OPPONENT",
    coach=False,
    leans_to="rival",
    certainty="ASSUMED",
    source="us",
)
COMPANY_POSITION = Position(person="engineer", company="acme", stated_on="2026-01-02", stance="MENTOR", coach=True)
MEETING = Interaction(
    key="meeting",
    kind="MEETING",
    on="2026-02-03",
    participants=("engineer", "seller"),
    company="acme",
    opportunity="deal",
    subject="Kick-off; 启动",
)
CALL = Interaction(key="call", kind="CALL", on="2026-02-04", participants=("zeta-chief",))
AGREEMENT = Agreement(
    key="agreement",
    company="acme",
    kind="STRATEGIC",
    name="Frame 框架",
    valid_from="2025-01-01",
    valid_to="2028-01-01",
)
BARE_AGREEMENT = Agreement(key="bare", company="zeta", kind="SERVICE")
DOLLAR = Rate(currency="USD", on="2026-01-01", rate=7.0)
LATER_DOLLAR = Rate(currency="USD", on="2026-02-01", rate=0.1 + 7)
EURO = Rate(currency="EUR", on="2026-01-15", rate=7.875)

WORLD = (
    *(US, ACME, ACME_CITY, ZETA, ADVICE, RIVAL),
    *(BOARD, LAB, SALES, FIELD_SALES),
    *(CHIEF, ENGINEER, BUYER, ZETA_CHIEF, CONSULTANT, SELLER, COLLEAGUE),
    *(CHIEFS_PAST, CHIEFS_PRESENT, LINE, DOTTED_LINE),
    *(INFLUENCE, CONSULTANTS_INFLUENCE, CONFLICT, TIE, COLLEAGUES_TIE),
    *(DEAL, ZETA_DEAL, ROLE, LESSER_ROLE, UNSURE_ROLE, POSITION, COMPANY_POSITION),
    *(MEETING, CALL, AGREEMENT, BARE_AGREEMENT),
    *(DOLLAR, LATER_DOLLAR, EURO),
)
