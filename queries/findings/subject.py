"""What a finding or map entry is about: a node, or a line of the organisation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from graph.model.shown import identifier, said, word
from graph.model.word import Words


class SubjectKind(Words):
    """What a finding is about."""

    COMPANY = "Company", "Company", "公司", "A company."
    DEPARTMENT = "Department", "Department", "部门", "A department."
    PERSON = "Person", "Person", "人员", "A person."
    OPPORTUNITY = "Opportunity", "Opportunity", "项目", "An opportunity."
    LINE = "Line", "Line", "条线", "A line of the organisation, by name."


@dataclass(frozen=True, slots=True)
class Subject:
    """What a finding is about."""

    kind: Annotated[str, word(SubjectKind, "What it is: a node, or a line of the organisation.")]
    key: Annotated[str, identifier("The node's key, or the line's name.")]
    name: Annotated[str | None, said("What people call it.")]
