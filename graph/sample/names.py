"""Invented names of people: common surnames and given names, put together by chance."""

from __future__ import annotations

from collections.abc import Iterator

from graph.sample.dice import Dice

_SURNAMES = (
    "王 Wang,李 Li,张 Zhang,刘 Liu,陈 Chen,杨 Yang,黄 Huang,赵 Zhao,吴 Wu,周 Zhou,徐 Xu,孙 Sun,马 Ma,"
    "朱 Zhu,胡 Hu,郭 Guo,何 He,林 Lin,罗 Luo,高 Gao,郑 Zheng,梁 Liang,谢 Xie,宋 Song,唐 Tang,许 Xu,"
    "韩 Han,冯 Feng,邓 Deng,曹 Cao,彭 Peng,曾 Zeng,肖 Xiao,田 Tian,董 Dong,潘 Pan,袁 Yuan,蔡 Cai,"
    "蒋 Jiang,余 Yu,于 Yu,杜 Du,叶 Ye,程 Cheng,魏 Wei,苏 Su,吕 Lü,丁 Ding,任 Ren,沈 Shen"
)
_GIVEN_NAMES = (
    "伟 Wei,芳 Fang,娜 Na,敏 Min,静 Jing,丽 Li,强 Qiang,磊 Lei,洋 Yang,艳 Yan,勇 Yong,杰 Jie,涛 Tao,"
    "明 Ming,超 Chao,霞 Xia,平 Ping,刚 Gang,桂英 Guiying,文博 Wenbo,子涵 Zihan,雨桐 Yutong,思远 Siyuan,"
    "嘉怡 Jiayi,志强 Zhiqiang,建国 Jianguo,晓东 Xiaodong,海燕 Haiyan,立新 Lixin,国栋 Guodong,"
    "春梅 Chunmei,凤英 Fengying,景明 Jingming,若琳 Ruolin,昊天 Haotian,欣然 Xinran,永康 Yongkang,"
    "佳宁 Jianing,宏达 Hongda,书瑶 Shuyao,振华 Zhenhua,玉兰 Yulan,学文 Xuewen,慧敏 Huimin,俊杰 Junjie,"
    "雪梅 Xuemei,正阳 Zhengyang,云帆 Yunfan,美琪 Meiqi,启航 Qihang"
)
_WESTERN_GIVEN_NAMES = (
    "Anna Ben Clara David Elin Felix Grace Hugo Ines Jakob Karin Leo Marta Nils Olga Paul Quentin Rosa "
    "Simon Tessa Ulrik Vera Walter Xenia Yusuf Zoe Amir Bianca Cyril Dora Emil Freya Gareth Hanna Ivan "
    "Judith Kofi Lena Milan Nadia Oscar Petra Rafael Sofia Tomas Una Victor Wanda Yara Adam"
)
_WESTERN_SURNAMES = (
    "Abbott Berger Carver Dahl Ellison Fischer Grant Hale Ivers Jensen Keller Lindqvist Moreau Novak "
    "Okafor Palmer Quist Renner Sander Thorne Ulven Varga Whitlock Yates Zeller Almeida Bishop Conti "
    "Dragan Eriksen Falk Gallo Horvat Ibsen Janssen Kowal Laurent Marek Nyberg Osei Petrov Rowan Silva "
    "Tanner Underhill Vogel Winter Young Zanetti Brandt"
)


def _pairs(text: str) -> list[tuple[str, str]]:
    return [(hanzi, latin) for hanzi, latin in (entry.split(" ") for entry in text.split(","))]


def chinese_names(dice: Dice) -> Iterator[str]:
    """Names like `陈静 Chen Jing`, no two alike."""
    pairs = [(family, given) for family in _pairs(_SURNAMES) for given in _pairs(_GIVEN_NAMES)]
    for (family, family_latin), (given, given_latin) in dice.some(pairs, len(pairs)):
        yield f"{family}{given} {family_latin} {given_latin}"


def western_names(dice: Dice) -> Iterator[str]:
    """Names like `Clara Berger`, no two alike."""
    pairs = [(given, family) for given in _WESTERN_GIVEN_NAMES.split() for family in _WESTERN_SURNAMES.split()]
    for given, family in dice.some(pairs, len(pairs)):
        yield f"{given} {family}"
