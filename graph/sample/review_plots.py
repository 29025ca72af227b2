"""The deals of the stories of a risk review: departures, successors, levels, concentration, a year's changes."""

from __future__ import annotations

from graph.sample.plot import Plot

REVIEW_PLOTS: dict[str, Plot] = {
    "halvorn-signalling": Plot(
        "Signalling renewal",
        3.6e6,
        130,
        """
        halvorn-procurement-head  QUALIFICATION  LEADS
        halvorn-technology-head   SPECIFICATION  LEADS
        halvorn-operations-head   EVALUATION     LEADS
        halvorn-president         APPROVAL       LEADS
        """,
        """
        halvorn-technology-head   SUPPORTER      POLITICAL_STRUCTURE
        halvorn-president         NEUTRAL        INNER_CIRCLE
        halvorn-operations-head   SUPPORTER      -
        """,
        """
        ning-an        halvorn-technology-head   4  12
        maya-lindholm  halvorn-technology-head   5   6
        liam-forde     halvorn-technology-head   4   9
        gu-chengze     halvorn-president         3  40
        duan-yifei     halvorn-president         3  28
        erik-sandvik   halvorn-procurement-head  3  13
        duan-yifei     halvorn-procurement-head  2  35
        carla-voss     halvorn-operations-head   3  19
        jon-bakke      halvorn-operations-head   2  31
        """,
        currency="EUR",
    ),
    "brightmoor-grid-control": Plot(
        "Grid control",
        1.9e6,
        95,
        """
        brightmoor-procurement-head      QUALIFICATION  LEADS
        brightmoor-technology-manager-1  SPECIFICATION  LEADS
        brightmoor-operations-head       EVALUATION     LEADS
        brightmoor-president             APPROVAL       LEADS
        """,
        """
        brightmoor-technology-manager-1  MENTOR         POLITICAL_STRUCTURE  coach
        brightmoor-president             NEUTRAL        INNER_CIRCLE
        brightmoor-procurement-head      NEUTRAL        -
        """,
        """
        ning-an        brightmoor-technology-manager-1  3   20
        maya-lindholm  brightmoor-technology-manager-1  3  580
        gu-chengze     brightmoor-president             3   33
        jiang-lan      brightmoor-president             3   41
        laura-hendry   brightmoor-procurement-head      3   17
        jiang-lan      brightmoor-procurement-head      2   50
        jon-bakke      brightmoor-operations-head       3   22
        laura-hendry   brightmoor-operations-head       2   37
        """,
        currency="USD",
    ),
    "norvale-billing": Plot(
        "Billing platform",
        2.7e6,
        120,
        """
        norvale-procurement-head  QUALIFICATION  LEADS
        norvale-technology-head   SPECIFICATION  LEADS
        norvale-operations-head   EVALUATION     LEADS
        norvale-president         APPROVAL       LEADS
        """,
        """
        norvale-operations-head   MENTOR         POLITICAL_STRUCTURE
        norvale-procurement-head  SUPPORTER      -
        norvale-president         NEUTRAL        INNER_CIRCLE
        norvale-technology-head   NEUTRAL        -
        """,
        """
        ning-an        norvale-procurement-head  3   15
        qin-haoran     norvale-procurement-head  2  430
        carla-voss     norvale-operations-head   4   10
        nina-roth      norvale-operations-head   3   22
        lu-wenqing     norvale-president         3   38
        qin-haoran     norvale-president         3   26
        maya-lindholm  norvale-technology-head   3   18
        liam-forde     norvale-technology-head   2   29
        """,
        currency="EUR",
    ),
    "chengying-pipe-twin": Plot(
        "管网数字孪生 Digital twin of the pipes",
        5.2e6,
        100,
        """
        chengying-procurement-head  QUALIFICATION  LEADS
        chengying-technology-head   SPECIFICATION  LEADS
        chengying-operations-head   EVALUATION     LEADS
        chengying-president         APPROVAL       LEADS
        chengying-cfo               APPROVAL       PARTICIPATES
        """,
        """
        chengying-president         NEUTRAL        INNER_CIRCLE
        chengying-cfo               NEUTRAL        INNER_CIRCLE
        chengying-technology-head   SUPPORTER      -
        """,
        """
        meng-fan   chengying-president         3  14
        meng-fan   chengying-deputy            2  45
        meng-fan   chengying-cto               3  30
        meng-fan   chengying-cfo               3  21
        meng-fan   chengying-coo               2  52
        hao-nan    chengying-procurement-head  3  11
        yin-kexin  chengying-procurement-head  2  25
        zou-yan    chengying-technology-head   3  16
        hao-nan    chengying-technology-head   2  40
        hong-bo    chengying-operations-head   3  23
        yin-kexin  chengying-operations-head   2  34
        """,
    ),
    "mingyue-library": Plot(
        "数字图书馆 Digital library",
        0.9e6,
        80,
        """
        mingyue-procurement-head  QUALIFICATION  LEADS
        mingyue-technology-head   SPECIFICATION  LEADS
        mingyue-operations-head   EVALUATION     LEADS
        mingyue-president         APPROVAL       LEADS
        """,
        """
        mingyue-president         SUPPORTER      INNER_CIRCLE
        mingyue-technology-head   SUPPORTER      -
        """,
        """
        meng-fan   mingyue-president         4  12
        yin-kexin  mingyue-president         3  20
        meng-fan   mingyue-deputy            3  31
        yin-kexin  mingyue-deputy            3  44
        meng-fan   mingyue-technology-head   3  25
        yin-kexin  mingyue-technology-head   4   8
        meng-fan   mingyue-operations-head   3  36
        yin-kexin  mingyue-operations-head   3  18
        meng-fan   mingyue-procurement-head  3  29
        yin-kexin  mingyue-procurement-head  4  15
        meng-fan   mingyue-finance-head      3  48
        yin-kexin  mingyue-finance-head      3  27
        """,
    ),
    "yuanji-plant-network": Plot(
        "焊装车间专网 Plant network",
        9.5e6,
        90,
        """
        yuanji-procurement-head  QUALIFICATION  LEADS
        yuanji-cto               SPECIFICATION  LEADS
        yuanji-operations-head   EVALUATION     LEADS
        yuanji-president         APPROVAL       LEADS
        yuanji-cfo               APPROVAL       PARTICIPATES
        """,
        """
        yuanji-cto               SUPPORTER      INNER_CIRCLE
        yuanji-operations-head   NON_SUPPORTER  POLITICAL_STRUCTURE
        yuanji-president         NEUTRAL        INNER_CIRCLE
        yuanji-cfo               NEUTRAL        -
        """,
        """
        yan-su      yuanji-cto               2  420
        shang-wu    yuanji-operations-head   3   26
        mao-lin     yuanji-operations-head   2   39
        gu-chengze  yuanji-president         3   47
        duan-yifei  yuanji-president         3   19
        pang-rui    yuanji-cfo               3   32
        duan-yifei  yuanji-cfo               2   54
        mao-lin     yuanji-procurement-head  4   96
        """,
        earlier="""
        yuanji-operations-head   SUPPORTER      430
        yuanji-cto               SUPPORTER      450
        yuanji-president         NEUTRAL        410
        yuanji-cfo               NEUTRAL        440
        yuanji-procurement-head  SUPPORTER      425
        """,
        known_for_days=500,
    ),
}
"""By the key of the opportunity, which begins with that of the company."""
