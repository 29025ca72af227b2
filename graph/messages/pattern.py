"""Sentences with places in them, in the syntax of Project Fluent (https://projectfluent.org).

Of it this much is understood: text, parameters, quoted text, choices by a parameter, and attributes. Fluent's own
runtime for Python refuses a list of names that is longer than 2,500 characters, and brings the formats of all the
languages of the world along; its parser does neither.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from inspect import cleandoc

from fluent.syntax import FluentParser, ast

from graph.messages.message import Pattern, Shown


def sentences(text: str) -> Mapping[str, Pattern]:
    """What makes the sentence of the text, named "", and those of its attributes; ValueError if none does.

    >>> of = sentences('''We reach { $count ->
    ...         [one] 1 person
    ...        *[other] { $count } people
    ...     }.
    ...     .question = Do we reach { $count }?''')
    >>> [one({"count": Shown("3", ("3", "other"))}) for one in of.values()], list(of)
    (['We reach 3 people.', 'Do we reach 3?'], ['', 'question'])
    """
    entry = parsed(text)
    if not isinstance(entry, ast.Message) or entry.value is None:
        raise ValueError(f"not a pattern: {text!r}")
    return {"": _joined(entry.value)} | {part.id.name: _joined(part.value) for part in entry.attributes}


def parsed(text: str) -> ast.EntryType:
    """The text as a message of Fluent; its lines may stand as deep as the code around them."""
    first, *others = cleandoc(text).split("\n")
    source = "\n".join([f"text = {first}", *(f"    {line}" for line in others)])
    return FluentParser(with_spans=False).parse_entry(source)


def _joined(whole: ast.Pattern) -> Pattern:
    parts = [_part(element) for element in whole.elements]
    return lambda given: "".join([part(given) for part in parts])


def _part(element: ast.TextElement | ast.Placeable) -> Pattern:
    if isinstance(element, ast.TextElement):
        return _said(element.value)
    match element.expression:
        case ast.VariableReference(id=parameter):
            return lambda given: given[parameter.name].text
        case ast.StringLiteral() as quoted:
            return _said(quoted.parse()["value"])
        case ast.SelectExpression(selector=ast.VariableReference(id=parameter), variants=variants):
            return _choice(parameter.name, variants)
    raise ValueError(f"a pattern with a {type(element.expression).__name__}")


def _said(text: str) -> Pattern:
    return lambda given: text


def _choice(name: str, variants: Sequence[ast.Variant]) -> Pattern:
    of_form = {_form(variant): _joined(variant.value) for variant in variants}
    (otherwise,) = (_joined(variant.value) for variant in variants if variant.default)

    def chosen(given: Mapping[str, Shown]) -> str:
        forms = (of_form[form] for form in given[name].forms if form in of_form)
        return next(forms, otherwise)(given)

    return chosen


def _form(variant: ast.Variant) -> str:
    return variant.key.name if isinstance(variant.key, ast.Identifier) else variant.key.value
