"""The words of the field in Chinese and English, as people write them in a cell: for each, the member it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from graph import vocabulary as words
from graph.rules.written_forms import plain_form

_BETWEEN = re.compile(r"[\s_-]+")

FIELD_WORDS: Mapping[type[StrEnum], Mapping[str, tuple[str, ...]]] = {
    words.Side: {
        "SUPPLIER": ("供应商", "我方", "our side", "us"),
        "CUSTOMER": ("客户", "客户方"),
        "COMPETITOR": ("竞争对手", "友商"),
        "PARTNER": ("合作伙伴",),
    },
    words.Grade: {
        "S": ("战略", "战略客户", "strategic"),
        "A": ("伙伴", "伙伴客户", "partner"),
        "B": ("普通", "普通客户", "ordinary"),
        "C": ("一般", "一般客户", "general"),
    },
    words.SupplierPosition: {
        "STRATEGIC_PARTNER": ("战略合作伙伴",),
        "MAIN_SUPPLIER": ("主要供应商",),
        "DOMAIN_SUPPLIER": ("某领域主要供应商", "领域主要供应商"),
        "SUPPLIER": ("一般供应商",),
        "PARTICIPANT": ("参与者",),
    },
    words.Line: {
        "MANAGEMENT": ("管理线", "管理"),
        "TECHNICAL": ("技术线", "技术"),
        "PROCUREMENT": ("采购线", "采购"),
        "FINANCE": ("财务线", "财务"),
        "USER": ("用户线", "用户", "users"),
        "OTHER": ("其他", "其它"),
    },
    words.OrgLevel: {
        "EXECUTIVE": ("高层",),
        "SENIOR": ("中高层",),
        "MIDDLE": ("中层",),
        "STAFF": ("基层",),
    },
    words.EmploymentStatus: {
        "ACTIVE": ("在职",),
        "LEFT": ("离职",),
        "MOVED": ("调动", "调岗"),
        "RETIRED": ("退休", "离退休"),
    },
    words.Tag: {
        "RISING_STAR": ("明日之星",),
        "RETIRED_INFLUENCER": ("离退休高层", "retired, still listened to"),
        "GATEKEEPER": ("把关人",),
    },
    words.OpportunityStatus: {
        "OPEN": ("进行中",),
        "WON": ("赢单",),
        "LOST": ("输单", "丢单"),
    },
    words.ReportingKind: {
        "SOLID": ("实线", "solid line"),
        "DOTTED": ("虚线", "dotted line"),
    },
    words.Certainty: {
        "ASSUMED": ("推测", "假设"),
        "CONFIRMED": ("已确认", "确认"),
        "INFERRED": ("推断",),
    },
    words.Trust: {
        "BUSINESS_CONTACT": ("正常商务往来",),
        "FAMILIAR": ("长期陪伴",),
        "PERSONAL": ("朋友式交往",),
        "CAREER_SUPPORT": ("帮助个人业绩",),
        "STRATEGIC_ALLY": ("帮助事业成功",),
    },
    words.Purpose: {
        "INFORMATION": ("信息",),
        "VOICE_OF_CUSTOMER": ("客户声音",),
        "PROJECT_SUPPORT": ("项目支持",),
        "DECISION": ("决策",),
    },
    words.Stage: {
        "QUALIFICATION": ("准入",),
        "SPECIFICATION": ("标书拟定",),
        "EVALUATION": ("评标打分",),
        "APPROVAL": ("拍板",),
    },
    words.Part: {
        "LEADS": ("主导",),
        "PARTICIPATES": ("参与", "takes part"),
        "CONSULTED": ("被咨询", "is consulted"),
    },
    words.Power: {
        "INNER_CIRCLE": ("核心圈",),
        "POLITICAL_STRUCTURE": ("权力层",),
        "OUTSIDE": ("圈外",),
    },
    words.Stance: {
        "MENTOR": ("引路人",),
        "SUPPORTER": ("支持",),
        "NEUTRAL": ("中立",),
        "NON_SUPPORTER": ("不支持",),
        "OPPONENT": ("反对",),
    },
    words.InteractionKind: {
        "MEETING": ("会议",),
        "CALL": ("电话",),
        "MAIL": ("邮件", "email", "e-mail"),
        "VISIT": ("拜访",),
        "EXCHANGE": ("交流",),
        "SUMMIT": ("峰会",),
        "SHOWROOM": ("展厅参观", "展厅"),
        "TRAINING": ("培训",),
        "CEREMONY": ("仪式",),
    },
    words.AgreementKind: {
        "STRATEGIC": ("战略协议", "strategic agreement"),
        "JOINT_INNOVATION": ("联合创新", "联合创新中心", "joint innovation centre"),
        "FRAMEWORK": ("框架合同", "框架协议", "framework contract"),
        "SERVICE": ("服务协议", "service agreement"),
    },
}
"""Other words than the members themselves; each means one member of its enumeration only."""

_UNKNOWN = frozenset({"unknown", "未知"})


def member_of(enumeration: type[StrEnum] | None, text: str) -> str | None:
    """The member that the text means, whatever its case, width and signs between words; None when it is none."""
    return None if enumeration is None else _meanings(enumeration).get(_compared(text))


def is_unknown(text: str) -> bool:
    """Whether the text says that nothing is known."""
    return _compared(text) in _UNKNOWN


@cache
def _meanings(enumeration: type[StrEnum]) -> dict[str, str]:
    meanings = {_compared(member.value): member.value for member in enumeration}
    for member, others in FIELD_WORDS.get(enumeration, {}).items():
        meanings.update({_compared(word): member for word in others})
    if "UNKNOWN" in enumeration.__members__:
        meanings.update(dict.fromkeys(_UNKNOWN, "UNKNOWN"))
    return meanings


def _compared(text: str) -> str:
    return _BETWEEN.sub(" ", plain_form(text).casefold()).strip()
