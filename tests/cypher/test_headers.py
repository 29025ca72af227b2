"""The header of a statement says what the statement does; the loader refuses one that does not."""

from __future__ import annotations

import re

import pytest

from graph.cypher import STATEMENTS, Statement, parse_statement

GOOD = """\
// find_people: The people with one of the keys.
// params: $keys
// returns: name, key
MATCH (person:Person)
WHERE person.key IN $keys AND person.name <> '$none; // is (text'
WITH person
ORDER BY person.key
WITH collect(person) AS found, COLLECT { MATCH (x:Person {key: 'a'}) RETURN x ORDER BY x.key } AS others
RETURN [x IN found | x.name] AS name, // a list, in order
  [x IN found | x.key] AS key
"""

VERBS = {
    "await",
    "bump",
    "change",
    "count",
    "create",
    "delete",
    "drop",
    "find",
    "get",
    "lift",
    "lock",
    "place",
    "read",
    "release",
    "search",
    "write",
}

IDENTITY = re.compile(
    r"(?:^|[ .])(?:key|i|account|name|person|other|contact|employee|manager|influenced|department|opportunity"
    r"|stated_on|day|number|rank|place|subject)$"
    r"|coalesce\((?:\w+\.valid_from|severity), ''\)$"
)
"""What an order may end in: a key or rank, the rest of an identity, what rows are grouped by, a row's place."""


def test_a_header_that_is_true_is_read() -> None:
    statement = parse_statement("find_people", GOOD)
    assert statement.params == ("keys",)
    assert statement.returns == ("name", "key")
    assert statement.sentence == "The people with one of the keys."


@pytest.mark.parametrize(
    ("written", "instead", "expected"),
    [
        ("// find_people:", "// find_persons:", "says that it is find_persons"),
        ("$keys\n// returns", "$keys, $more\n// returns", "has the parameters"),
        ("// params: $keys", "// params: nothing", "has the parameters"),
        ("// params: $keys", "// params: $key", "has the parameters"),
        ("name, key\n", "key, name\n", "returns"),
        ("name, key\n", "name\n", "returns"),
        ("x.key] AS key\n", "x.key]\n", "does not end in AS"),
        ("x.key] AS key\n", "x.key] AS theKey\n", "does not end in AS"),
        ("one of the keys.", "one of the keys", "header lines"),
        ("// returns: name, key\n", "", "header lines"),
        ("x.key] AS key\n", "x.key] AS key;\nMATCH (n:Person) DELETE n\n", "does not end in AS"),
    ],
)
def test_a_header_that_is_not_true_is_refused(written: str, instead: str, expected: str) -> None:
    text = GOOD.replace(written, instead, 1)
    assert text != GOOD
    with pytest.raises(TypeError, match=expected):
        parse_statement("find_people", text)


@pytest.mark.parametrize("statement", STATEMENTS.values(), ids=lambda statement: statement.name)
def test_a_statement_is_named_by_a_verb_and_a_thing(statement: Statement) -> None:
    verb, _, thing = statement.name.partition("_")
    assert verb in VERBS
    assert thing


@pytest.mark.parametrize("statement", STATEMENTS.values(), ids=lambda statement: statement.name)
def test_a_list_has_an_order_that_ends_in_a_key(statement: Statement) -> None:
    code = " ".join(line for line in statement.text.splitlines() if not line.startswith("//"))
    code = re.sub(r"\s+", " ", code)
    if "RETURN" in code and re.search(r"collect\(|\[x IN", code.rpartition("RETURN")[2]):
        assert "ORDER BY" in code
    for order in re.findall(r"ORDER BY (.+?) ?(?:WITH|RETURN|LIMIT|\}|$)", code):
        assert IDENTITY.search(order), order
