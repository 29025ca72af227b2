"""Every Cypher statement of the program: `<verb>_<thing>.cypher`, one statement in each file.

Those in `made` follow from the kinds of records: `make generate` writes them, by templates in `generate/cypher`.

A file begins with three lines that say what it is:

    // find_people: The people with one of the keys, a list for each column.
    // params: $keys
    // returns: key, name

and they are checked when this package is imported: a header that differs from its statement (another name, a
parameter too many, a column too few) is a TypeError. `nothing` stands for no parameters or no columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from itertools import chain

_HEADER = re.compile(
    r"// (?P<name>\w+): (?P<sentence>.+\.)\n// params: (?P<params>.+)\n// returns: (?P<returns>.+)\n"
)
_NOT_CODE = re.compile(r"//[^\n]*|'(?:[^'\\]|\\.)*'")
_PARAMETER = re.compile(r"\$(\w+)")
_ALIAS = re.compile(r"\bAS ([a-z][a-z0-9_]*)$")
_NOTHING = "nothing"
_OPENING, _CLOSING = "([{", ")]}"


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement, and what its header says of it."""

    name: str
    sentence: str
    params: tuple[str, ...]
    returns: tuple[str, ...]
    text: str
    """The whole file: the server's query log shows the header too."""


def parse_statement(name: str, text: str) -> Statement:
    """The statement of the file of that name; TypeError when the header does not say what the text does."""
    header = _HEADER.match(text)
    if header is None:
        raise TypeError(f"{name}.cypher does not begin with its three header lines")
    statement = Statement(
        header["name"],
        header["sentence"],
        _names(header["params"], "$"),
        _names(header["returns"], ""),
        text,
    )
    code = _NOT_CODE.sub("''", text[header.end() :])
    used = set(_PARAMETER.findall(code))
    if statement.name != name:
        raise TypeError(f"{name}.cypher says that it is {statement.name}")
    if set(statement.params) != used or len(statement.params) != len(used):
        raise TypeError(f"{name}.cypher has the parameters {sorted(used)}, its header {statement.params}")
    if statement.returns != (returned := _returned(name, code)):
        raise TypeError(f"{name}.cypher returns {returned}, its header says {statement.returns}")
    if ";" in code:
        raise TypeError(f"{name}.cypher holds more than one statement")
    return statement


def _names(listed: str, prefix: str) -> tuple[str, ...]:
    if listed == _NOTHING:
        return ()
    return tuple(name.removeprefix(prefix) for name in listed.split(", "))


def _returned(name: str, code: str) -> tuple[str, ...]:
    """The aliases of the RETURN that is not inside of a subquery."""
    parts = list(_outer_parts(code))
    starts = [index for index, part in enumerate(parts) if re.search(r"\bRETURN\b", part)]
    if not starts:
        return ()
    first = re.split(r"\bRETURN\b", parts[starts[-1]])[-1]
    items = [" ".join(part.split()) for part in (first, *parts[starts[-1] + 1 :])]
    aliases = [_ALIAS.search(item) for item in items]
    for item, alias in zip(items, aliases, strict=True):
        if alias is None:
            raise TypeError(f"{name}.cypher: {item!r} does not end in AS and a name in snake case")
    return tuple(alias[1] for alias in aliases if alias is not None)


def _outer_parts(code: str) -> Iterator[str]:
    """The code without what is in brackets, split at its commas."""
    depth, part = 0, ""
    for letter in code:
        depth -= letter in _CLOSING
        if depth == 0 and letter == ",":
            yield part
            part = ""
        elif depth == 0:
            part += letter
        depth += letter in _OPENING
    yield part


def _read_statements() -> dict[str, Statement]:
    found = {}
    folder = files("graph.cypher")
    for file in chain(folder.iterdir(), folder.joinpath("made").iterdir()):
        if file.name.endswith(".cypher"):
            name = file.name.removesuffix(".cypher")
            found[name] = parse_statement(name, file.read_text("utf-8"))
    return dict(sorted(found.items()))


STATEMENTS = _read_statements()
"""Every statement, by name."""
