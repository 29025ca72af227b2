"""A small world with every kind of record in it: us, two accounts, a consultancy and a competitor."""

from __future__ import annotations

from graph.records import (
    Agreement,
    Company,
    Conflict,
    DecisionRole,
    Department,
    Employment,
    Influence,
    Interaction,
    Opportunity,
    Person,
    Position,
    Rate,
    ReportingLine,
    Tie,
)

US = Company("us", "Our company 我们", "SUPPLIER")
ACME = Company(
    "acme",
    "Acme 集团",
    "CUSTOMER",
    None,
    "S",
    "energy",
    "华东",
    1_000_000.5,
    2_000_000.0,
    "CNY",
    5,
    4,
    3,
    "MAIN_SUPPLIER",
)
ACME_CITY = Company("acme-city", "Acme City", "CUSTOMER", "acme")
ZETA = Company("zeta", "Zeta", "CUSTOMER", grade="B")
ADVICE = Company("advice", "Advice & Partners", "PARTNER")
RIVAL = Company("rival", "Rival", "COMPETITOR")

BOARD = Department("board", "acme", "Board 董事会", None, "MANAGEMENT")
LAB = Department("lab", "acme", "Lab", "board", "TECHNICAL")
SALES = Department("sales", "us", "Sales", None, "USER")
FIELD_SALES = Department("field", "us", "Field sales", "sales")

CHIEF = Person("chief", "陈总", "chen@acme.example", "acme", "board", "CEO", "EXECUTIVE", "ACTIVE", "2020-01-31")
ENGINEER = Person("engineer", "Émile Zola", None, "acme", "lab", tags=("RISING_STAR", "GATEKEEPER"))
BUYER = Person("buyer", None, None, "acme-city")
ZETA_CHIEF = Person("zeta-chief", "Zora", None, "zeta", level="EXECUTIVE")
CONSULTANT = Person("consultant", "Conny", None, "advice")
SELLER = Person("seller", "Sally 李", "sally@us.example", "us", "field", "Account manager", "MIDDLE")
COLLEAGUE = Person("colleague", "Colin", None, "us")

CHIEFS_PAST = Employment("chief", "zeta", None, "CFO", "SENIOR", "2015-01-01", "2020-01-31", "CONFIRMED", "press")
CHIEFS_PRESENT = Employment("chief", "acme", "board", "CEO", "EXECUTIVE", "2020-01-31", None, "CONFIRMED", "press")
LINE = ReportingLine("engineer", "chief", "SOLID", "2021-01-01", None, "ASSUMED", "organisation chart")
DOTTED_LINE = ReportingLine("buyer", "engineer", "DOTTED")
INFLUENCE = Influence("engineer", "chief", 0.75, None, "2027-01-01", "INFERRED", "mail")
CONSULTANTS_INFLUENCE = Influence("consultant", "chief", 1.0)
CONFLICT = Conflict("engineer", "buyer", 0.5, "2024-02-29")
TIE = Tie(
    "seller",
    "engineer",
    3,
    5,
    "2026-03-31",
    ("INFORMATION", "DECISION"),
    "2022-05-01",
    None,
    "CONFIRMED",
    "CRM",
)
COLLEAGUES_TIE = Tie("colleague", "zeta-chief", 1)
DEAL = Opportunity("deal", "acme", "Deal 标", 250_000.25, "EUR", "proposal", "2026-12-01", "OPEN")
ZETA_DEAL = Opportunity("zeta-deal", "zeta", "Zeta's deal")
ROLE = DecisionRole("chief", "deal", "APPROVAL", "LEADS", True, "2025-01-01", None, "ASSUMED", "seller")
LESSER_ROLE = DecisionRole("engineer", "deal", "SPECIFICATION", "CONSULTED", False)
UNSURE_ROLE = DecisionRole("buyer", "deal", "SPECIFICATION", "PARTICIPATES")
POSITION = Position(
    "chief", "deal", None, "2026-01-01", "INNER_CIRCLE", "OPPONENT", False, "rival", "ASSUMED", "us"
)
COMPANY_POSITION = Position("engineer", None, "acme", "2026-01-02", None, "MENTOR", True)
MEETING = Interaction("meeting", "MEETING", "2026-02-03", ("engineer", "seller"), "acme", "deal", "Kick-off; 启动")
CALL = Interaction("call", "CALL", "2026-02-04", ("zeta-chief",))
AGREEMENT = Agreement("agreement", "acme", "STRATEGIC", "Frame 框架", "2025-01-01", "2028-01-01")
BARE_AGREEMENT = Agreement("bare", "zeta", "SERVICE")
DOLLAR = Rate("USD", "2026-01-01", 7.0)
LATER_DOLLAR = Rate("USD", "2026-02-01", 0.1 + 7)
EURO = Rate("EUR", "2026-01-15", 7.875)

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
