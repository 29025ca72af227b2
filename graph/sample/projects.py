"""What is sold in each industry: names of opportunities."""

from __future__ import annotations

_COMMON = ("数据中心扩容 Data centre extension", "网络安全 Network security", "运维服务框架 Operations services")

PROJECTS: dict[str, tuple[str, ...]] = {
    "Telecommunications": (
        "光传送网 Optical transport network",
        "云核心 Cloud core",
        "基站能效 Base station energy saving",
        "客服平台 Customer care platform",
        "边缘节点 Edge sites",
        *_COMMON,
    ),
    "Energy": (
        "变电站通信 Substation communications",
        "智能电表 Smart metering",
        "巡检无人机 Inspection drones",
        "储能监控 Storage monitoring",
        *_COMMON,
    ),
    "Transport": (
        "信号通信 Signalling communications",
        "旅客信息 Passenger information",
        "视频安防 Video security",
        *_COMMON,
    ),
    "Banking": ("网点改造 Branch renewal", "灾备中心 Recovery site", "数据湖 Data lake", *_COMMON),
    "Logistics": ("堆场定位 Yard positioning", "岸桥远控 Remote crane control", *_COMMON),
    "Manufacturing": (
        "工厂专网 Plant network",
        "质检视觉 Visual inspection",
        "能耗管理 Energy management",
        *_COMMON,
    ),
    "Utilities": ("管网监测 Pipe monitoring", *_COMMON),
    "Health": ("影像存储 Imaging archive", *_COMMON),
    "Retail": ("门店网络 Store network", *_COMMON),
    "Education": ("校园网 Campus network", *_COMMON),
}
"""By industry; each opportunity of a customer takes another."""
