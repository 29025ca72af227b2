"""Members of enumerations as the words of the field, in answers that people read and in what they type."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphql import GraphQLEnumType, GraphQLNamedType, get_named_type, is_enum_type, is_object_type
from strawberry.schema.schema_converter import GraphQLCoreConverter

from graph.messages.told import Told
from graph.model.word import Words
from graph.rules.field_words import member_of


def words_of(enumeration: GraphQLEnumType) -> type[Words]:
    """The words that the enumeration was made of; its members are named by their texts."""
    declared = enumeration.extensions[GraphQLCoreConverter.DEFINITION_BACKREF]
    words: type[Words] = declared.wrapped_cls
    return words


def member_typed(of: GraphQLEnumType, typed: str) -> str | None:
    """The member that is typed, in any case, or by one of its words; None when it is none."""
    by_fold = {member.casefold(): member for member in of.values}
    return by_fold.get(typed.casefold()) or member_of(words_of(of), typed)


def in_words(of: Any, answer: Any) -> Any:
    """The answer with every member of an enumeration told as it stands in English, and by its word in Chinese."""
    within: GraphQLNamedType = get_named_type(of)
    if isinstance(answer, list):
        return [in_words(within, one) for one in answer]
    if answer is None:
        return None
    if is_enum_type(within):
        return Told(answer, words_of(within)(answer).chinese)
    if is_object_type(within) and isinstance(answer, Mapping):
        return {name: in_words(within.fields[name].type, value) for name, value in answer.items()}
    return answer
