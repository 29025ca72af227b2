"""A record is made by the names of its fields, is as light as a tuple, and says what its columns are."""

from __future__ import annotations

import copy
import pickle
from typing import Annotated

import pytest

from graph.model import cell
from graph.model.cell import ColumnType
from graph.model.kind import Kind
from graph.model.masks import Mask
from graph.model.people import PEOPLE, TIES, Person, Tie
from graph.model.record import Record, as_dict, row_of
from graph.model.record_kinds import RECORD_KINDS

ANN = Person(key="p", name="Ann", company="acme", tags=("RISING_STAR",))


def test_a_record_is_not_made_by_position() -> None:
    with pytest.raises(TypeError, match="by the names of its fields"):
        Person("p", "Ann")


@pytest.mark.parametrize(
    ("given", "told"),
    [({"key": "p"}, r"missing: \['company'\]"), ({"key": "p", "company": "c", "fax": "1"}, r"has not: \['fax'\]")],
)
def test_a_missing_field_and_an_unknown_one_are_named(given: dict[str, str], told: str) -> None:
    with pytest.raises(TypeError, match=told):
        Person(**given)


def test_an_unknown_field_cannot_be_replaced() -> None:
    with pytest.raises(TypeError, match=r"has not: \['fax'\]"):
        ANN.replace(fax="1")


def test_records_are_equal_by_what_they_say_and_cannot_be_changed() -> None:
    again = PEOPLE.records([row_of(ANN)])[0]
    assert (again, hash(again), again.replace(title=None)) == (ANN, hash(ANN), ANN)
    assert type(again) is Person
    with pytest.raises(AttributeError):
        ANN.name = "Bob"
    assert not hasattr(ANN, "__dict__")


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda record: pickle.loads(pickle.dumps(record))])
def test_a_copy_of_a_record_is_one(copied: object) -> None:
    assert callable(copied)
    assert (copied(ANN), type(copied(ANN))) == (ANN, Person)


def test_what_edges_have_in_common_stands_behind_what_they_say_themselves() -> None:
    assert Tie.fields[:2] == ("employee", "contact")
    assert Tie.fields[-4:] == ("valid_from", "valid_to", "certainty", "source")
    assert TIES.identity == ("employee", "contact", "valid_from")


def test_what_is_required_and_what_may_be_null_follow_from_the_annotation() -> None:
    columns = {column.name: column for column in PEOPLE.columns}
    said = {name: (columns[name].is_required, columns[name].is_nullable) for name in ("key", "title", "tags")}
    assert said == {"key": (True, False), "title": (False, True), "tags": (False, False)}
    assert (columns["tags"].default, columns["title"].default) == ((), None)


def test_a_field_without_a_meaning_is_refused() -> None:
    class Bare(Record):
        key: Annotated[str, cell.key("Key", "编号", "Identifies it.")]
        fax: str | None = None

    with pytest.raises(TypeError, match=r"Bare\.fax: expected one meaning"):
        Kind(name="bare", record=Bare)


def test_an_identity_of_another_record_is_refused() -> None:
    with pytest.raises(TypeError, match=r"\['on'\] are not fields of Person"):
        Kind(name="people", record=Person, identity=("key", "on"))


@pytest.mark.parametrize("kind", RECORD_KINDS.values(), ids=RECORD_KINDS)
def test_every_column_is_labelled_in_both_languages_and_explained(kind: Kind[Record]) -> None:
    for column in kind.columns:
        assert column.english
        assert column.english[0].isupper()
        assert any("\u4e00" <= sign <= "\u9fff" for sign in column.chinese), column
        assert column.meaning.endswith("."), column
        assert (column.words is not None) == (column.type in (ColumnType.ENUM, ColumnType.ENUMS)), column
        assert column.refers_to is None or column.refers_to in RECORD_KINDS
    assert len({column.english for column in kind.columns}) == len(kind.columns)


def test_the_groups_that_can_be_withheld() -> None:
    masked: dict[str, set[str]] = {mask: set() for mask in Mask}
    for kind in RECORD_KINDS.values():
        for column in kind.columns:
            if column.mask is not None:
                masked[column.mask].add(column.name)
    assert masked == {
        Mask.MONEY: {"annual_value", "potential_value", "value"},
        Mask.CONTACT_DETAILS: {"email", "phone"},
        Mask.JUDGEMENT: {"trust", "target_trust", "power", "stance", "coach", "leans_to"},
        Mask.NOTES: {"source", "subject"},
    }


def test_the_values_of_a_record_by_field() -> None:
    assert as_dict(ANN) == {**dict.fromkeys(Person.fields), "key": "p", "name": "Ann", "company": "acme"} | {
        "tags": ("RISING_STAR",)
    }
