"""The policy of every customer grade, as layers of changed numbers over the defaults.

The layers: the defaults, a TOML file (`GUANXI_POLICY_FILE`), the versions kept in the store, and what a question
overrides for itself. Within a layer the numbers of a grade go over those for all.

    [default]
    reach_floor = 0.05
    [grade.S]
    redundancy_wanted = 3
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from types import MappingProxyType
from typing import Any

import orjson

from graph.errors import QuestionRejected
from graph.journal import Entry, Journal
from graph.messages.told import Told
from graph.model.words import Grade, Trust
from graph.policy import Policy, WrongNumber, require
from graph.text_file import read_text_file
from graph.viewer import Viewer


@dataclass(frozen=True, slots=True)
class PolicyChange:
    """One number set to another value; None sets it back to what the layer below says.

    `member` names one entry of a table (`stage_weights`, `APPROVAL`); None is for numbers that stand alone.
    """

    name: str
    member: str | None
    value: int | float | str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyUpdated:
    """Numbers set to other values, for a grade or for all."""

    grade: str | None
    changes: tuple[PolicyChange, ...]


POLICY_JOURNAL = Journal("POLICY", {"UPDATE": PolicyUpdated})
"""The versions of the policy: the subject is POLICY_SUBJECT, an entry's number the version."""
POLICY_SUBJECT = "policy"
_A_NUMBER = Told("a number", "数")
_A_SECTION = Told("a section default, or grade.S to grade.C", "小节 default，或 grade.S 至 grade.C")

_OF_ALL = ("base_currency", "rates")
"""Numbers that cannot differ by grade: amounts of all customers are ranked and added together."""

Layer = Mapping[str, Mapping[tuple[str, str | None], float | str | None]]
"""Changes by grade ("" is for all), and by name and member."""


@dataclass(frozen=True)
class PolicyBook:
    """The policies by customer grade. `version` is that of the store; 0 before anything was changed there."""

    base: Policy = field(default_factory=Policy)
    layers: tuple[Layer, ...] = ()
    version: int = 0
    _made: dict[str, Policy] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def digest(self) -> str:
        """The same for the same numbers: what an answer that is kept has to agree in."""
        numbers = [_as_json(self.for_grade(grade)) for grade in (None, *Grade)]
        text = orjson.dumps(numbers, option=orjson.OPT_SORT_KEYS | orjson.OPT_NON_STR_KEYS)
        return blake2b(text, digest_size=12).hexdigest()

    def for_grade(self, grade: str | None) -> Policy:
        """The policy for customers of that grade; the one for all when the grade is None or none of ours."""
        place = str(grade) if grade in tuple(Grade) else ""
        if place not in self._made:
            policy = self.base
            for layer in self.layers:
                policy = _changed(policy, {**layer.get("", {}), **layer.get(place, {})})
            self._made[place] = policy
        return self._made[place]

    def overridden(self, changes: Iterable[PolicyChange]) -> PolicyBook:
        """The same with these numbers over everything, for every grade. WrongNumber names what is wrong."""
        layer = {"": {(change.name, change.member): change.value for change in changes}}
        return self._checked((*self.layers, layer))

    def with_layer(self, layer: Layer, version: int | None = None) -> PolicyBook:
        """The same with one more layer. WrongNumber names an unknown number or a value out of range."""
        return self._checked((*self.layers, layer), version)

    def _checked(self, layers: tuple[Layer, ...], version: int | None = None) -> PolicyBook:
        for grade, changes in layers[-1].items():
            for name, _ in changes if grade else ():
                require(name not in _OF_ALL, _for_all(grade), name)
        book = PolicyBook(self.base, layers, self.version if version is None else version)
        for grade in (None, *Grade):
            book.for_grade(grade)
        return book


def version_entry(
    number: int, grade: str | None, changes: Sequence[PolicyChange], *, at: str, viewer: Viewer, note: str | None
) -> Entry[PolicyUpdated]:
    """The journal's entry that makes version `number`: these changes for a grade, or for all."""
    return Entry(
        journal=POLICY_JOURNAL,
        subject=POLICY_SUBJECT,
        event=PolicyUpdated(grade=grade, changes=tuple(changes)),
        at=at,
        actor=viewer.id,
        note=note,
        number=number,
    )


def with_versions(book: PolicyBook, entries: Sequence[Entry[PolicyUpdated]]) -> PolicyBook:
    """The book with the journal's versions in one layer over it; WrongNumber when they do not hold together."""
    layer: dict[str, dict[tuple[str, str | None], float | str | None]] = {}
    for entry in entries:
        changes = layer.setdefault(entry.event.grade or "", {})
        for change in entry.event.changes:
            number = change.name, change.member
            changes.pop(number, None)
            if change.value is not None:
                changes[number] = change.value
    changed = {grade: changes for grade, changes in layer.items() if changes}
    if changed:
        return book.with_layer(changed, len(entries))
    return PolicyBook(book.base, book.layers, len(entries)) if entries else book


def read_policy_book(path: Path) -> PolicyBook:
    """Reads the TOML file.

    WrongNumber names the file and, where it is certain, the line of an unknown section, number or grade or a value
    out of range; QuestionRejected names the file that is no TOML. OSError when it cannot be read.
    """
    text = read_text_file(path)
    try:
        return PolicyBook().with_layer(_layer_of(tomllib.loads(text)))
    except tomllib.TOMLDecodeError as error:
        raise QuestionRejected(Told(f"{path}: expected TOML: {error}", f"{path}：应为 TOML：{error}")) from None
    except WrongNumber as wrong:
        lines = _lines_of(text, wrong.member or wrong.name) or _lines_of(text, wrong.name)
        place = Told(str(path), str(path))
        if len(lines) == 1:
            place = Told(f"{path}, line {lines[0]}", f"{path}，第 {lines[0]} 行")
        raise WrongNumber(wrong.expected, wrong.name, wrong.member, place) from None


def _lines_of(text: str, name: str) -> list[int]:
    """The lines that set something of that name, or open its table."""
    setting = re.compile(rf"""(^|[\[{{,.])\s*["']?{re.escape(name)}["']?\s*(=|\.|\])""")
    return [number for number, line in enumerate(text.splitlines(), 1) if setting.search(line.partition("#")[0])]


def _layer_of(written: Mapping[str, Any]) -> Layer:
    for section, numbers in written.items():
        require(section in ("default", "grade"), _A_SECTION, section)
        require(isinstance(numbers, dict), _section(section), section)
    layer = {"": _flat(written.get("default", {}))}
    for grade, numbers in written.get("grade", {}).items():
        grades = ", ".join(Grade)
        expected = Told(f"a grade, one of {grades}", f"客户等级，{grades} 之一")
        require(grade in tuple(Grade), expected, "grade", grade)
        require(isinstance(numbers, dict), _section(f"grade.{grade}"), "grade", grade)
        layer[grade] = _flat(numbers)
    return layer


def _flat(numbers: Mapping[str, Any]) -> dict[tuple[str, str | None], Any]:
    """A table of the file as changes: entries of tables and lists one by one."""
    changes: dict[tuple[str, str | None], Any] = {}
    for name, value in numbers.items():
        if isinstance(value, dict):
            changes.update({(name, member): one for member, one in value.items()})
        elif isinstance(value, list):
            require(
                name == "trust_weights", Told("one value or a table, not a list", "单个值或表，不是列表"), name
            )
            require(len(value) == len(Trust), Told("five numbers", "五个数"), name)
            changes.update({(name, str(level)): one for level, one in zip(Trust, value, strict=True)})
        else:
            changes[name, None] = value
    return changes


def _changed(policy: Policy, changes: Mapping[tuple[str, str | None], Any]) -> Policy:
    """The policy with the changes; None leaves a number as it is."""
    known = [item.name for item in fields(Policy)]
    values: dict[str, Any] = {}
    for (name, member), value in changes.items():
        if name not in known:
            raise WrongNumber(_a_known_name(name, known), name)
        if value is not None:
            values[name] = _read(name, member, values.get(name, getattr(policy, name)), value)
    return replace(policy, **values)


def _read(name: str, member: str | None, before: Any, value: Any) -> Any:
    """The written value in the type of the one it replaces; a table changes only the entry named."""
    if isinstance(before, Mapping):
        entries = _one_of(before)
        if name == "rates":
            entries = Told("a currency", "货币")
        expected = Told(f"an entry to change, {entries}", f"要更改的条目，{entries.chinese}")
        require(member is not None, expected, name)
        require(name == "rates" or member in before, entries, name, member)
        require(_is_number(value), _A_NUMBER, name, member)
        return MappingProxyType({**before, member: float(value)})
    if isinstance(before, tuple):
        names = [str(level) for level in Trust]
        levels = _one_of(names)
        expected = Told(f"a level to change, {levels}", f"要更改的等级，{levels.chinese}")
        require(member in names, expected, name, member)
        require(_is_number(value), _A_NUMBER, name, member)
        return tuple(value if level == member else kept for level, kept in zip(names, before, strict=True))
    require(member is None, Told(f"no entry, {name} is one value", f"单个值，{name} 没有条目"), name, member)
    if name == "base_currency":
        is_code = isinstance(value, str) and len(value) == 3 and value.isalpha() and value.isupper()
        require(is_code, Told("a currency code such as EUR", "货币代码，如 EUR"), name)
        return value
    require(_is_number(value), _A_NUMBER, name)
    if isinstance(before, int):
        require(float(value).is_integer(), Told("a whole number", "整数"), name)
        return int(value)
    return float(value)


def _one_of(names: Iterable[str]) -> Told:
    listed = ", ".join(names)
    return Told(f"one of {listed}", f"以下之一：{listed}")


def _section(name: str) -> Told:
    return Told(f"a section [{name}]", f"小节 [{name}]")


def _for_all(grade: str) -> Told:
    return Told(f"one for all customers, not one for grade {grade}", f"对所有客户相同，不能只用于等级 {grade}")


def _a_known_name(name: str, known: Sequence[str]) -> Told:
    """What an unknown name should have been: the nearest ones, as there are too many to list."""
    nearest = get_close_matches(name, known)
    such_as = Told("", "")
    if nearest:
        such_as = Told(f" such as {' or '.join(nearest)}", f"，如 {' 或 '.join(nearest)}")
    return Told(
        f"the name of a number{such_as}; the query `policy` lists all of them",
        f"已有数值的名称{such_as.chinese}；查询 `policy` 会列出全部名称",
    )


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _as_json(policy: Policy) -> dict[str, Any]:
    numbers = {item.name: getattr(policy, item.name) for item in fields(policy)}
    return {name: dict(value) if isinstance(value, Mapping) else value for name, value in numbers.items()}
