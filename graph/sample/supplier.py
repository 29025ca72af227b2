"""Our own company: 45 employees in a hierarchy with functions."""

from __future__ import annotations

from graph.model.companies import Company, Department
from graph.model.people import Person, ReportingLine
from graph.model.words import EmploymentStatus, Line, OrgLevel, Side
from graph.sample.world import World

US = "xingzhu"

_DEPARTMENTS = (
    ("office", None, "总裁办 Executive Office", Line.MANAGEMENT),
    ("sales", None, "大客户销售部 Key Account Sales", Line.PROCUREMENT),
    ("telecom", "sales", "运营商销售处 Telecom Accounts", None),
    ("energy", "sales", "能源销售处 Energy Accounts", None),
    ("public", "sales", "金融与公共事业销售处 Finance and Public Accounts", None),
    ("transport", "sales", "交通与制造销售处 Transport and Industry Accounts", None),
    ("regional", "sales", "区域客户销售处 Regional Accounts", None),
    ("solutions", None, "解决方案部 Solutions", Line.TECHNICAL),
    ("research", None, "研发中心 Research and Development", Line.TECHNICAL),
    ("service", None, "交付与服务部 Delivery and Service", Line.USER),
    ("commerce", None, "商务财务部 Contracts and Finance", Line.FINANCE),
    ("marketing", None, "市场部 Marketing", Line.OTHER),
)

_EMPLOYEES = """
shen-yiming     |沈亦鸣 Shen Yiming    |office   |总裁 President                        |EXECUTIVE|
lu-wenqing      |陆文清 Lu Wenqing     |office   |销售副总裁 Vice President Sales         |EXECUTIVE|shen-yiming
gu-chengze      |顾承泽 Gu Chengze     |office   |首席技术官 Chief Technology Officer     |EXECUTIVE|shen-yiming
fang-ruoxi      |方若汐 Fang Ruoxi     |office   |首席财务官 Chief Financial Officer      |EXECUTIVE|shen-yiming
qin-haoran      |秦浩然 Qin Haoran     |telecom  |销售总监 Sales Director                 |SENIOR|lu-wenqing
bai-xue         |白雪 Bai Xue          |telecom  |大客户经理 Key Account Manager          |MIDDLE|qin-haoran
tao-jun         |陶俊 Tao Jun          |telecom  |客户经理 Account Manager                |STAFF|qin-haoran
nina-roth       |Nina Roth             |telecom  |Key Account Manager                     |MIDDLE|qin-haoran
owen-pryce      |Owen Pryce            |telecom  |Account Manager                         |STAFF|nina-roth
jiang-lan       |江岚 Jiang Lan        |energy   |销售总监 Sales Director                 |SENIOR|lu-wenqing
ruan-zhi        |阮智 Ruan Zhi         |energy   |大客户经理 Key Account Manager          |MIDDLE|jiang-lan
shi-yu          |史煜 Shi Yu           |energy   |客户经理 Account Manager                |STAFF|ruan-zhi
laura-hendry    |Laura Hendry          |energy   |Key Account Manager                     |MIDDLE|jiang-lan
meng-fan        |孟凡 Meng Fan         |public   |销售总监 Sales Director                 |SENIOR|lu-wenqing
lin-yue         |林越 Lin Yue          |public   |大客户经理 Key Account Manager          |MIDDLE|meng-fan
hao-nan         |郝楠 Hao Nan          |public   |客户经理 Account Manager                |STAFF|meng-fan
yin-kexin       |尹可欣 Yin Kexin      |public   |客户经理 Account Manager                |STAFF|lin-yue
duan-yifei      |段一飞 Duan Yifei     |transport|销售总监 Sales Director                 |SENIOR|lu-wenqing
mao-lin         |毛林 Mao Lin          |transport|大客户经理 Key Account Manager          |MIDDLE|duan-yifei
erik-sandvik    |Erik Sandvik          |transport|Key Account Manager                     |MIDDLE|duan-yifei
qiu-ting        |邱婷 Qiu Ting         |transport|客户经理 Account Manager                |STAFF|mao-lin
hou-jianbo      |侯建波 Hou Jianbo     |regional |销售总监 Sales Director                 |SENIOR|lu-wenqing
zhao-lei        |赵磊 Zhao Lei         |regional |大客户经理 Key Account Manager          |MIDDLE|hou-jianbo
wan-qing        |万青 Wan Qing         |solutions|解决方案总监 Head of Solutions          |SENIOR|gu-chengze
xia-zhiyuan     |夏志远 Xia Zhiyuan    |solutions|首席架构师 Principal Architect          |MIDDLE|wan-qing
kong-li         |孔莉 Kong Li          |solutions|架构师 Solution Architect               |MIDDLE|wan-qing
maya-lindholm   |Maya Lindholm         |solutions|Solution Architect                      |MIDDLE|wan-qing
dai-peng        |戴鹏 Dai Peng         |solutions|售前工程师 Presales Engineer            |STAFF|xia-zhiyuan
jia-ning        |贾宁 Jia Ning         |solutions|售前工程师 Presales Engineer            |STAFF|xia-zhiyuan
liam-forde      |Liam Forde            |solutions|Lead Presales Engineer                  |MIDDLE|maya-lindholm
zou-yan         |邹妍 Zou Yan          |solutions|售前工程师 Presales Engineer            |STAFF|kong-li
ge-hongwei      |葛宏伟 Ge Hongwei     |research |研发总监 Head of Research               |SENIOR|gu-chengze
fu-xin          |傅欣 Fu Xin           |research |高级工程师 Senior Engineer              |STAFF|ge-hongwei
yan-su          |严肃 Yan Su           |research |高级工程师 Senior Engineer              |STAFF|ge-hongwei
lei-ming        |雷鸣 Lei Ming         |service  |交付服务总监 Head of Service            |SENIOR|lu-wenqing
hong-bo         |洪波 Hong Bo          |service  |项目经理 Delivery Manager               |MIDDLE|lei-ming
carla-voss      |Carla Voss            |service  |Delivery Manager                        |MIDDLE|lei-ming
shang-wu        |尚武 Shang Wu         |service  |服务工程师 Service Engineer             |STAFF|hong-bo
mu-qiao         |穆桥 Mu Qiao          |service  |服务工程师 Service Engineer             |STAFF|hong-bo
jon-bakke       |Jon Bakke             |service  |Service Engineer                        |STAFF|carla-voss
tan-wei         |谭薇 Tan Wei          |commerce |商务总监 Head of Contracts              |SENIOR|fang-ruoxi
pang-rui        |庞睿 Pang Rui         |commerce |合同经理 Contract Manager               |MIDDLE|tan-wei
sara-quill      |Sara Quill            |commerce |Contract Manager                        |MIDDLE|tan-wei
ning-an         |宁安 Ning An          |marketing|市场总监 Head of Marketing              |SENIOR|lu-wenqing
chai-mo         |柴墨 Chai Mo          |marketing|活动经理 Events Manager                 |STAFF|ning-an
"""


def add_supplier(world: World) -> None:
    """Adds our company, its departments, its 45 employees and their reporting lines."""
    region = "东川 Dongchuan"
    world.add(
        "companies", [Company(key=US, name="星渚科技 Xingzhu Technology", side=Side.SUPPLIER, region=region)]
    )
    world.add(
        "departments",
        [
            Department(
                key=f"{US}-{key}", company=US, name=name, parent=f"{US}-{parent}" if parent else None, line=line
            )
            for key, parent, name, line in _DEPARTMENTS
        ],
    )
    for row in _EMPLOYEES.strip().splitlines():
        slug, name, department, title, level, manager = (cell.strip() for cell in row.split("|"))
        key = f"emp-{slug}"
        world.people[key] = Person(
            key=key,
            name=name,
            email=f"{slug.replace('-', '.')}@{US}.example",
            company=US,
            department=f"{US}-{department}",
            title=title,
            level=OrgLevel(level),
            status=EmploymentStatus.ACTIVE,
        )
        if manager:
            world.add("reports_to", [ReportingLine(person=key, manager=f"emp-{manager}")])
