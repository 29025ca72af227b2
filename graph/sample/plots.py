"""The deals of the stories about one account: its decision chain, its single points, its gaps."""

from __future__ import annotations

from graph.sample.plot import Plot
from graph.sample.stories import RETIREMENT_IN_DAYS

PLOTS: dict[str, Plot] = {
    "canglu-core-banking": Plot(
        "核心银行系统换代 Core banking renewal",
        42e6,
        110,
        """
        canglu-procurement-head  QUALIFICATION  LEADS
        canglu-cto               SPECIFICATION  LEADS
        canglu-cto               EVALUATION     LEADS
        canglu-operations-head   EVALUATION     PARTICIPATES
        canglu-president         APPROVAL       LEADS
        canglu-cto               APPROVAL       PARTICIPATES
        canglu-cfo               APPROVAL       CONSULTED
        """,
        """
        canglu-cto               MENTOR         INNER_CIRCLE         coach
        canglu-president         SUPPORTER      INNER_CIRCLE
        canglu-procurement-head  NEUTRAL        POLITICAL_STRUCTURE
        canglu-operations-head   SUPPORTER      -
        """,
        """
        lin-yue      canglu-cto               4   9
        fang-ruoxi   canglu-president         2  60
        meng-fan     canglu-president         2  33
        lin-yue      canglu-procurement-head  3  21
        hao-nan      canglu-procurement-head  2  14
        tan-wei      canglu-cfo               2  40
        meng-fan     canglu-cfo               3  75
        hao-nan      canglu-operations-head   3  18
        hong-bo      canglu-operations-head   3  30
        """,
        """
        canglu-cto  canglu-president         0.7
        canglu-cto  canglu-operations-head   0.6
        canglu-cto  canglu-procurement-head  0.5
        """,
    ),
    "linhai-core-network": Plot(
        "5G核心网招标 Core network tender",
        86e6,
        75,
        """
        linhai-procurement-head  QUALIFICATION  LEADS
        linhai-technology-head   SPECIFICATION  LEADS         veto
        linhai-planning-head     SPECIFICATION  PARTICIPATES
        linhai-coo               EVALUATION     LEADS
        linhai-operations-head   EVALUATION     PARTICIPATES
        linhai-president         APPROVAL       LEADS
        linhai-cfo               APPROVAL       PARTICIPATES
        """,
        """
        linhai-technology-head   NON_SUPPORTER  POLITICAL_STRUCTURE  telmora
        linhai-planning-head     NEUTRAL        OUTSIDE
        linhai-president         SUPPORTER      INNER_CIRCLE
        linhai-cfo               SUPPORTER      INNER_CIRCLE
        linhai-coo               SUPPORTER      INNER_CIRCLE
        linhai-procurement-head  SUPPORTER      POLITICAL_STRUCTURE
        linhai-operations-head   NEUTRAL        -
        """,
        """
        shen-yiming  linhai-president         4   25
        qin-haoran   linhai-president         3   12
        lu-wenqing   linhai-cfo               3   45
        tan-wei      linhai-cfo               3   50
        qin-haoran   linhai-coo               3   20
        bai-xue      linhai-procurement-head  4    6
        tao-jun      linhai-procurement-head  3   11
        hong-bo      linhai-operations-head   3   28
        bai-xue      linhai-technology-head   1  210
        dai-peng     linhai-planning-head     2   64
        """,
    ),
    "xuanpu-smart-terminal": Plot(
        "智慧码头 Smart terminal",
        24e6,
        140,
        """
        xuanpu-procurement-head  QUALIFICATION  LEADS
        xuanpu-cto               SPECIFICATION  LEADS
        xuanpu-technology-head   EVALUATION     LEADS
        xuanpu-finance-head      EVALUATION     PARTICIPATES
        xuanpu-president         APPROVAL       LEADS
        xuanpu-cfo               APPROVAL       LEADS         veto
        """,
        """
        xuanpu-cto               SUPPORTER      INNER_CIRCLE
        xuanpu-president         NEUTRAL        INNER_CIRCLE
        xuanpu-procurement-head  SUPPORTER      -
        xuanpu-technology-head   MENTOR         -                    coach
        xuanpu-cfo               -              INNER_CIRCLE
        """,
        """
        lu-wenqing   xuanpu-president         2  55
        duan-yifei   xuanpu-president         3  30
        duan-yifei   xuanpu-cto               3  22
        kong-li      xuanpu-cto               3  15
        kong-li      xuanpu-technology-head   4   8
        dai-peng     xuanpu-technology-head   3  19
        mao-lin      xuanpu-procurement-head  3  10
        qiu-ting     xuanpu-procurement-head  2  26
        """,
    ),
    "qiongwu-dispatch-platform": Plot(
        "调度平台 Dispatch platform",
        58e6,
        RETIREMENT_IN_DAYS + 60,
        """
        qiongwu-procurement-head  QUALIFICATION  LEADS
        qiongwu-cto               SPECIFICATION  LEADS
        qiongwu-technology-head   SPECIFICATION  PARTICIPATES
        qiongwu-operations-head   EVALUATION     LEADS
        qiongwu-president         APPROVAL       LEADS
        qiongwu-deputy            APPROVAL       PARTICIPATES
        """,
        """
        qiongwu-president         MENTOR         INNER_CIRCLE
        qiongwu-cto               SUPPORTER      INNER_CIRCLE
        qiongwu-operations-head   SUPPORTER      -
        qiongwu-procurement-head  SUPPORTER      -
        """,
        """
        shen-yiming  qiongwu-president         5  16
        jiang-lan    qiongwu-president         4  12
        kong-li      qiongwu-cto               4  20
        jiang-lan    qiongwu-cto               3  44
        jia-ning     qiongwu-technology-head   3  13
        fu-xin       qiongwu-technology-head   2  70
        lei-ming     qiongwu-operations-head   3  17
        mu-qiao      qiongwu-operations-head   2  24
        ruan-zhi     qiongwu-procurement-head  3   9
        shi-yu       qiongwu-procurement-head  2  31
        """,
    ),
}
"""By the key of the opportunity, which begins with that of the company."""
