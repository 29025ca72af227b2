"""The words of the field: the only list of labels, relationship types and enumerations.

Every name is the term `docs/concepts.md` explains. Enumerations are `StrEnum`, so a member equals the text
that the stores, the bundle files and the GraphQL schema carry.
"""

from __future__ import annotations

from graph.model.word import Words


class NodeKind(Words):
    """What a node is; the value is its Neo4j label and the first half of a node id."""

    COMPANY = "Company", "Company", "公司", "A legal or business unit."
    DEPARTMENT = "Department", "Department", "部门", "A unit inside a company."
    PERSON = "Person", "Person", "人员", "Someone on either side."
    OPPORTUNITY = "Opportunity", "Opportunity", "项目", "A deal or project."
    INTERACTION = "Interaction", "Interaction", "互动", "A dated contact."
    AGREEMENT = "Agreement", "Agreement", "协议", "An organisational tie."


class EdgeKind(Words):
    """What an edge says; the value is its Neo4j relationship type."""

    WORKS_IN = "WORKS_IN", "Works in", "任职", "A person works in a department."
    REPORTS_TO = "REPORTS_TO", "Reporting", "汇报", "Solid reporting line to the manager."
    DOTTED_REPORTS_TO = "DOTTED_REPORTS_TO", "Dotted line to", "虚线汇报", "Informal or matrix line."
    INFLUENCES = "INFLUENCES", "Influence", "影响", "The target listens to the source."
    CONFLICTS_WITH = "CONFLICTS_WITH", "Rivalry", "对立", "A rivalry, both ways."
    TIE = "TIE", "Ties", "客户关系", "Our employee and a contact."
    DECISION_ROLE = "DECISION_ROLE", "Decision role", "决策角色", "A part in a decision."
    POSITION = "POSITION", "Position", "立场", "A dated assertion of power and stance."
    PARTICIPATES = "PARTICIPATES", "Participates", "参加", "Took part in an interaction."
    SUBSIDIARY_OF = "SUBSIDIARY_OF", "Subsidiary of", "子公司", "Company and its parent."
    DEPARTMENT_OF = "DEPARTMENT_OF", "Department of", "所属公司", "Department and its company."
    SUBDEPARTMENT_OF = "SUBDEPARTMENT_OF", "Subdepartment of", "上级部门", "Department and the one above."
    OPPORTUNITY_AT = "OPPORTUNITY_AT", "Opportunity at", "项目客户", "Opportunity and its customer."
    AGREEMENT_WITH = "AGREEMENT_WITH", "Agreement with", "协议客户", "Agreement and its company."
    HELD_AT = "HELD_AT", "Held at", "地点", "Interaction and the company it was held at."
    ABOUT = "ABOUT", "About", "涉及项目", "Interaction and its opportunity."


class Side(Words):
    """Whose company it is; people of the supplier are employees, people of a customer are contacts."""

    SUPPLIER = "SUPPLIER", "Us", "我方", "Us.", ("供应商", "our side")
    CUSTOMER = "CUSTOMER", "Customer", "客户", "A customer.", ("客户方",)
    COMPETITOR = "COMPETITOR", "Competitor", "竞争对手", "A competitor.", ("友商",)
    PARTNER = "PARTNER", "Partner", "合作伙伴", "A partner."


class Grade(Words):
    """Customer grade: S strategic 战略, A partner 伙伴, B ordinary 普通, C general 一般."""

    S = "S", "Strategic", "战略", "{english} {chinese}.", ("战略客户",)
    A = "A", "Partner", "伙伴", "{english} {chinese}.", ("伙伴客户",)
    B = "B", "Ordinary", "普通", "{english} {chinese}.", ("普通客户",)
    C = "C", "General", "一般", "{english} {chinese}.", ("一般客户",)


class SupplierPosition(Words):
    """How the customer ranks us among its suppliers."""

    STRATEGIC_PARTNER = "STRATEGIC_PARTNER", "Strategic partner", "战略合作伙伴"
    MAIN_SUPPLIER = "MAIN_SUPPLIER", "Main supplier", "主要供应商"
    DOMAIN_SUPPLIER = (
        "DOMAIN_SUPPLIER",
        "Main supplier of one field",
        "某领域主要供应商",
        "{english} {chinese}.",
        ("domain supplier", "领域主要供应商"),
    )
    SUPPLIER = "SUPPLIER", "Supplier", "一般供应商", "A supplier {chinese}."
    PARTICIPANT = "PARTICIPANT", "Takes part", "参与者", "{english} {chinese}.", ("participant",)
    UNKNOWN = "UNKNOWN", "Not known", "未知", "Not known."


class Line(Words):
    """The five lines of a customer organisation 五条线, and OTHER."""

    MANAGEMENT = "MANAGEMENT", "Management", "管理线", "{english} {chinese}.", ("管理",)
    TECHNICAL = "TECHNICAL", "Technical", "技术线", "{english} {chinese}.", ("技术",)
    PROCUREMENT = "PROCUREMENT", "Procurement", "采购线", "{english} {chinese}.", ("采购",)
    FINANCE = "FINANCE", "Finance", "财务线", "{english} {chinese}.", ("财务",)
    USER = "USER", "Users", "用户线", "{english} {chinese}.", ("用户",)
    OTHER = "OTHER", "Other", "其他", "Any other.", ("其它",)


class OrgLevel(Words):
    """Org level of a person, highest first; UNKNOWN is not a level."""

    EXECUTIVE = "EXECUTIVE", "Executive", "高层"
    SENIOR = "SENIOR", "Senior", "中高层"
    MIDDLE = "MIDDLE", "Middle", "中层"
    STAFF = "STAFF", "Staff", "基层"
    UNKNOWN = "UNKNOWN", "Level unknown", "未知", "Not known."


class EmploymentStatus(Words):
    """Whether a person still works where the graph says."""

    ACTIVE = "ACTIVE", "Active", "在职", "Still there."
    LEFT = "LEFT", "Left", "离职", "Has left."
    MOVED = "MOVED", "Moved", "调动", "Works elsewhere now.", ("调岗",)
    RETIRED = "RETIRED", "Retired", "退休", "Has retired.", ("离退休",)
    UNKNOWN = "UNKNOWN", "Not known", "未知", "Not known."


class Tag(Words):
    """RISING_STAR 明日之星, RETIRED_INFLUENCER 离退休高层 (still listened to), GATEKEEPER."""

    RISING_STAR = "RISING_STAR", "Rising star", "明日之星"
    RETIRED_INFLUENCER = (
        "RETIRED_INFLUENCER",
        "Retired, still listened to",
        "离退休高层",
        "Retired and still listened to {chinese}.",
    )
    GATEKEEPER = "GATEKEEPER", "Gatekeeper", "把关人", "Decides who gets through."


class OpportunityStatus(Words):
    """An opportunity without a status counts as OPEN."""

    OPEN = "OPEN", "Open", "进行中", "Not decided yet."
    WON = "WON", "Won", "赢单", "Decided for us."
    LOST = "LOST", "Lost", "输单", "Decided against us.", ("丢单",)


class ReportingKind(Words):
    """SOLID is REPORTS_TO; DOTTED is the informal or matrix line."""

    SOLID = "SOLID", "Solid line", "实线", "The line manager."
    DOTTED = "DOTTED", "Dotted line", "虚线", "Informal or matrix line."


class Certainty(Words):
    """How sure whoever said it was."""

    ASSUMED = "ASSUMED", "Assumed", "推测", "Somebody's assumption.", ("假设",)
    CONFIRMED = "CONFIRMED", "Confirmed", "已确认", "Confirmed.", ("确认",)
    INFERRED = "INFERRED", "Inferred", "推断", "Derived from other records."


class Trust(Words):
    """Trust of one tie; the position in the list is its level, 1 to 5."""

    BUSINESS_CONTACT = "BUSINESS_CONTACT", "Business contact", "正常商务往来"
    FAMILIAR = "FAMILIAR", "Familiar", "长期陪伴"
    PERSONAL = "PERSONAL", "Personal", "朋友式交往"
    CAREER_SUPPORT = "CAREER_SUPPORT", "Career support", "帮助个人业绩"
    STRATEGIC_ALLY = "STRATEGIC_ALLY", "Strategic ally", "帮助事业成功"


TRUST_LEVELS: dict[str, int] = {name: level for level, name in enumerate(Trust, start=1)}
"""Level of each trust name: BUSINESS_CONTACT 1 to STRATEGIC_ALLY 5."""


class Purpose(Words):
    """What a tie is kept for."""

    INFORMATION = "INFORMATION", "Information", "信息", "To learn."
    VOICE_OF_CUSTOMER = (
        "VOICE_OF_CUSTOMER",
        "Voice of the customer",
        "客户声音",
        "To hear what the customer needs.",
    )
    PROJECT_SUPPORT = "PROJECT_SUPPORT", "Project support", "项目支持", "Support in a project."
    DECISION = "DECISION", "Decision", "决策", "For a decision."


class Stage(Words):
    """Stages of a decision 决策阶段, in order."""

    QUALIFICATION = "QUALIFICATION", "Qualification", "准入", "Who may bid {chinese}."
    SPECIFICATION = "SPECIFICATION", "Specification", "标书拟定", "What is asked for {chinese}."
    EVALUATION = "EVALUATION", "Evaluation", "评标打分", "Scoring the bids {chinese}."
    APPROVAL = "APPROVAL", "Approval", "拍板", "The signature {chinese}."


class Part(Words):
    """The part a person plays in a stage, strongest first."""

    LEADS = "LEADS", "Leads", "主导", "Leads the stage {chinese}."
    PARTICIPATES = "PARTICIPATES", "Takes part", "参与"
    CONSULTED = "CONSULTED", "Is consulted", "被咨询"


class Power(Words):
    """Power of a person over an opportunity or account."""

    INNER_CIRCLE = "INNER_CIRCLE", "Inner circle", "核心圈"
    POLITICAL_STRUCTURE = "POLITICAL_STRUCTURE", "Political structure", "权力层"
    OUTSIDE = "OUTSIDE", "Outside", "圈外"
    UNKNOWN = "UNKNOWN", "Power unknown", "未知", "Not known."


class Stance(Words):
    """Stance of a person towards us; UNKNOWN has no number."""

    MENTOR = "MENTOR", "Mentor", "引路人", "Leads us {chinese}, +1."
    SUPPORTER = "SUPPORTER", "Supporter", "支持", "Supports us {chinese}, +0.5."
    NEUTRAL = "NEUTRAL", "Neutral", "中立", "Neutral {chinese}, 0."
    NON_SUPPORTER = "NON_SUPPORTER", "Non-supporter", "不支持", "Does not support us {chinese}, -0.5."
    OPPONENT = "OPPONENT", "Opponent", "反对", "Opposes us {chinese}, -1."
    UNKNOWN = "UNKNOWN", "Stance unknown", "未知", "Not known, no number."


STANCE_VALUES: dict[str, float] = {
    Stance.MENTOR: 1.0,
    Stance.SUPPORTER: 0.5,
    Stance.NEUTRAL: 0.0,
    Stance.NON_SUPPORTER: -0.5,
    Stance.OPPONENT: -1.0,
}
"""Number of each known stance, from -1 (against us) to +1 (leads us)."""


class InteractionKind(Words):
    """What kind of contact an interaction was."""

    MEETING = "MEETING", "Meeting", "会议", "A meeting."
    CALL = "CALL", "Call", "电话", "A call."
    MAIL = "MAIL", "Mail", "邮件", "A mail.", ("email", "e-mail")
    VISIT = "VISIT", "Visit", "拜访", "A visit, a joint event."
    EXCHANGE = "EXCHANGE", "Exchange", "交流", "A technical or business exchange, a joint event."
    SUMMIT = "SUMMIT", "Summit", "峰会", "A summit, a joint event."
    SHOWROOM = "SHOWROOM", "Showroom tour", "展厅参观", "A showroom tour, a joint event.", ("展厅",)
    TRAINING = "TRAINING", "Training", "培训", "A training."
    CEREMONY = "CEREMONY", "Ceremony", "仪式", "A ceremony, a joint event."


JOINT_EVENT_KINDS = frozenset(
    {
        InteractionKind.VISIT,
        InteractionKind.EXCHANGE,
        InteractionKind.SUMMIT,
        InteractionKind.SHOWROOM,
        InteractionKind.CEREMONY,
    }
)
"""Interactions that are joint events when people of both sides take part."""


class AgreementKind(Words):
    """An organisational tie."""

    STRATEGIC = "STRATEGIC", "Strategic agreement", "战略合作协议", "Strategic agreement.", ("战略协议",)
    JOINT_INNOVATION = (
        "JOINT_INNOVATION",
        "Joint innovation centre",
        "联合创新中心",
        "Joint innovation centre.",
        ("联合创新",),
    )
    FRAMEWORK = "FRAMEWORK", "Framework contract", "框架合同", "Framework contract.", ("框架协议",)
    SERVICE = "SERVICE", "Service contract", "服务合同", "Service contract.", ("服务协议", "service agreement")


class ScoreTerm(Words):
    """What a score or an index is made of; the policy has a weight for each."""

    TIE = "tie", "Existing tie", "现有关系"
    COLLEAGUES = "colleagues", "Knows the department", "认识同部门"
    LINE = "line", "Same line", "同条线"
    LEVEL = "level", "Level", "层级"
    LOAD = "load", "Spare load", "余力"
    RELATION = "relation", "Relation to the seat", "与岗位的关系"
    DEPARTMENT = "department", "Same department", "同部门"
    RISING_STAR = "rising_star", "Rising star", "明日之星"
    TEAM_ABOVE = "team_above", "Same team above", "同属上级团队"
    TITLE = "title", "Title alike", "职务名称相近"
    TEAM_SIZE = "team_size", "Team of like size", "团队规模相近"
    TENURE = "tenure", "Time with the customer", "在职时间"
    DOTTED_LINES = "dotted_lines", "Same dotted-line managers", "虚线上级相同"
    LINES = "lines", "Lines", "条线"
    DEPARTMENTS = "departments", "Departments touched", "部门覆盖"
    RISING_STARS_AND_GATEKEEPERS = (
        "rising_stars_and_gatekeepers",
        "Rising stars and gatekeepers",
        "明日之星与把关人",
    )
    LEVELS = "levels", "Levels matched", "分层对接"
    AGREEMENT = "agreement", "Agreement", "协议"
    JOINT_EVENT = "joint_event", "Joint event", "联合活动"


class RelationshipLayer(Words):
    """The three layers of relationship with a customer."""

    KEY = "key", "Key", "关键客户关系"
    GENERAL = "general", "General", "普遍客户关系"
    ORGANIZATIONAL = "organizational", "Organizational", "组织客户关系"


class Severity(Words):
    """How much of the decision a finding touches, lowest first."""

    LOW = "LOW", "Low", "低", "Little of the decision."
    MODERATE = "MODERATE", "Moderate", "中", "Some of it."
    HIGH = "HIGH", "High", "高", "Much of it."
    CRITICAL = "CRITICAL", "Critical", "严重", "Most of it."


SEVERITY_ORDER: dict[str, int] = {name: rank for rank, name in enumerate(Severity)}
"""Rank of each severity, LOW 0 to CRITICAL 3."""
