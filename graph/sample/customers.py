"""The 14 customer groups: grades, sizes, subsidiaries, and who of us works with them. All invented."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model.words import Grade, SupplierPosition


@dataclass(frozen=True, slots=True)
class Subsidiary:
    """A company of a group; `share` is its part of the group's people."""

    suffix: str
    name: str
    share: float
    parent: str | None = None
    """The suffix of the company above, None for the head of the group."""


@dataclass(frozen=True, slots=True)
class Team:
    """Our employees on an account, by what they do there; keys without `emp-`."""

    executives: tuple[str, ...]
    director: str
    managers: tuple[str, ...]
    engineers: tuple[str, ...]
    service: tuple[str, ...]
    contracts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Customer:
    """What one customer group is like."""

    key: str
    name: str
    grade: Grade
    people: int
    is_chinese: bool
    industry: str
    region: str
    currency: str
    annual_value: float
    potential_value: float | None
    fit: tuple[int | None, int | None, int | None]
    """Strategic fit, industry influence and credit, 1 to 5."""
    position: SupplierPosition
    opportunity_count: int
    team: Team
    subsidiaries: tuple[Subsidiary, ...] = ()


_P = SupplierPosition

CUSTOMERS: tuple[Customer, ...] = (
    Customer(
        "linhai", "霖海移动集团 Linhai Mobile Group", Grade.S, 150, True, "Telecommunications", "东川 Dongchuan",
        "CNY", 186e6, 320e6, (5, 5, 5), _P.MAIN_SUPPLIER, 8,
        Team(("shen-yiming", "gu-chengze", "lu-wenqing"), "qin-haoran", ("bai-xue", "tao-jun"),
             ("xia-zhiyuan", "dai-peng", "ge-hongwei"), ("hong-bo", "shang-wu"), ("tan-wei", "pang-rui")),
        (Subsidiary("nanping", "霖海移动南坪省公司 Linhai Mobile Nanping", 0.22),
         Subsidiary("nanping-yunbu", "霖海移动云埠市分公司 Linhai Mobile Yunbu", 0.10, "nanping"),
         Subsidiary("beiling", "霖海移动北陵省公司 Linhai Mobile Beiling", 0.18)),
    ),
    Customer(
        "qiongwu", "穹梧电网集团 Qiongwu Grid Group", Grade.S, 120, True, "Energy", "西泽 Xize",
        "CNY", 142e6, 260e6, (5, 5, 4), _P.STRATEGIC_PARTNER, 7,
        Team(("shen-yiming", "lu-wenqing"), "jiang-lan", ("ruan-zhi", "shi-yu"),
             ("kong-li", "jia-ning", "fu-xin"), ("lei-ming", "mu-qiao"), ("tan-wei", "pang-rui")),
        (Subsidiary("xize", "穹梧电网西泽省公司 Qiongwu Grid Xize", 0.24),
         Subsidiary("xize-linlan", "穹梧电网临澜供电局 Qiongwu Grid Linlan", 0.10, "xize")),
    ),
    Customer(
        "halvorn", "Halvorn Rail Group", Grade.S, 100, False, "Transport", "Norrmark",
        "EUR", 11.5e6, 24e6, (4, 5, 5), _P.DOMAIN_SUPPLIER, 6,
        Team(("gu-chengze", "fang-ruoxi"), "duan-yifei", ("erik-sandvik",),
             ("maya-lindholm", "liam-forde"), ("carla-voss", "jon-bakke"), ("sara-quill",)),
        (Subsidiary("freight", "Halvorn Freight", 0.25), Subsidiary("signals", "Halvorn Signalling", 0.15)),
    ),
    Customer(
        "canglu", "苍麓银行 Canglu Bank", Grade.A, 110, True, "Banking", "东川 Dongchuan",
        "CNY", 64e6, 150e6, (4, 4, 5), _P.DOMAIN_SUPPLIER, 6,
        Team(("fang-ruoxi",), "meng-fan", ("lin-yue", "hao-nan"),
             ("zou-yan", "xia-zhiyuan"), ("hong-bo",), ("tan-wei",)),
        (Subsidiary("nanping", "苍麓银行南坪分行 Canglu Bank Nanping", 0.2),
         Subsidiary("cards", "苍麓银行信用卡中心 Canglu Bank Cards", 0.14)),
    ),
    Customer(
        "norvale", "Norvale Telecom", Grade.A, 90, False, "Telecommunications", "Westermark",
        "EUR", 7.8e6, 16e6, (4, 4, 4), _P.SUPPLIER, 5,
        Team(("lu-wenqing",), "qin-haoran", ("nina-roth", "owen-pryce"),
             ("maya-lindholm", "liam-forde"), ("carla-voss",), ("sara-quill",)),
        (Subsidiary("wholesale", "Norvale Wholesale", 0.2),),
    ),
    Customer(
        "xuanpu", "玄圃港口集团 Xuanpu Ports Group", Grade.A, 80, True, "Logistics", "北陵 Beiling",
        "CNY", 38e6, 90e6, (4, 3, 4), _P.SUPPLIER, 5,
        Team(("lu-wenqing",), "duan-yifei", ("mao-lin", "qiu-ting"), ("kong-li", "dai-peng"), ("mu-qiao",)),
        (Subsidiary("north", "玄圃北港码头公司 Xuanpu North Terminal", 0.25),),
    ),
    Customer(
        "yuanji", "远霁汽车集团 Yuanji Motors Group", Grade.A, 75, True, "Manufacturing", "南坪 Nanping",
        "CNY", 45e6, 80e6, (3, 4, 4), _P.DOMAIN_SUPPLIER, 5,
        Team(("gu-chengze",), "duan-yifei", ("mao-lin",), ("xia-zhiyuan", "yan-su"), ("shang-wu",), ("pang-rui",)),
        (Subsidiary("drives", "远霁电驱公司 Yuanji Drives", 0.25),),
    ),
    Customer(
        "brightmoor", "Brightmoor Energy", Grade.A, 70, False, "Energy", "Easthaven",
        "USD", 6.2e6, 12e6, (4, 3, 4), _P.SUPPLIER, 4,
        Team(("gu-chengze",), "jiang-lan", ("laura-hendry",), ("maya-lindholm",), ("jon-bakke",), ("sara-quill",)),
        (Subsidiary("wind", "Brightmoor Wind", 0.25),),
    ),
    Customer(
        "shuofeng", "朔沣钢铁 Shuofeng Steel", Grade.B, 60, True, "Manufacturing", "北陵 Beiling",
        "CNY", 22e6, 35e6, (3, 3, 3), _P.SUPPLIER, 3,
        Team((), "hou-jianbo", ("zhao-lei",), (), ("shang-wu",)),
        (Subsidiary("rolling", "朔沣轧钢厂 Shuofeng Rolling Mill", 0.3),),
    ),
    Customer(
        "chengying", "澄滢水务 Chengying Water", Grade.B, 50, True, "Utilities", "南坪 Nanping",
        "CNY", 14e6, 30e6, (3, 2, 4), _P.SUPPLIER, 3,
        Team((), "meng-fan", ("hao-nan", "yin-kexin"), ("zou-yan",), ("hong-bo",), ("pang-rui",)),
    ),
    Customer(
        "kestrelby", "Kestrelby Airports", Grade.B, 45, False, "Transport", "Easthaven",
        "USD", 2.4e6, 4.5e6, (3, 3, None), _P.PARTICIPANT, 3,
        Team((), "hou-jianbo", ("zhao-lei",), (), ("jon-bakke",)),
        (Subsidiary("ground", "Kestrelby Ground Services", 0.3),),
    ),
    Customer(
        "lanting", "岚汀医院集团 Lanting Hospitals", Grade.B, 40, True, "Health", "东川 Dongchuan",
        "CNY", 9.5e6, None, (2, 3, 4), _P.PARTICIPANT, 2,
        Team((), "hou-jianbo", ("zhao-lei",), (), ("mu-qiao",)),
        (Subsidiary("east", "岚汀东院 Lanting East Hospital", 0.3),),
    ),
    Customer(
        "pemberlow", "Pemberlow Stores", Grade.C, 25, False, "Retail", "Westermark",
        "EUR", 0.6e6, None, (2, None, 3), _P.UNKNOWN, 2,
        Team((), "hou-jianbo", ("zhao-lei",), (), ("jon-bakke",)),
    ),
    Customer(
        "mingyue", "溟樾大学 Mingyue University", Grade.C, 20, True, "Education", "西泽 Xize",
        "CNY", 3.2e6, 6e6, (2, 3, None), _P.PARTICIPANT, 2,
        Team((), "meng-fan", ("yin-kexin",), ("zou-yan",), (), ("pang-rui",)),
    ),
)  # fmt: skip
