"""Departments into which nobody of us has a live tie."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.messages.message import Message
from graph.model.words import NodeKind
from queries.findings.finding import Finding
from queries.findings.kind import Kind
from queries.findings.shown_company import ShownCompany
from queries.findings.subject import Subject
from queries.people_groups import covered, people_by_department

UNCOVERED_DEPARTMENT = Kind(
    "UNCOVERED_DEPARTMENT",
    "Uncovered department",
    "部门未覆盖",
    "Nobody of a department or below is covered.",
)


@dataclass(frozen=True, kw_only=True)
class NobodyOfDepartment(
    Message,
    key="uncovered-department",
    english="""Nobody of us has a live tie into { $department } ({ $people } people).
        .action = Find a first contact in { $department }.""",
    chinese="""我方在{ $department }（{ $people } 人）没有任何有效关系。
        .action = 在{ $department }找到第一位联系人。""",
):
    """Nobody of a department is covered."""

    department: str
    people: int


def departments(shown: ShownCompany) -> Iterator[Finding]:
    """UNCOVERED_DEPARTMENT: people in it or below, and none of them covered."""
    for department, people in people_by_department(shown.view, shown.people).items():
        if not covered(shown.view, people):
            name = shown.view.graph.departments[department].name
            yield shown.finding_of_group(
                UNCOVERED_DEPARTMENT.name,
                Subject(NodeKind.DEPARTMENT, department, name),
                people,
                said=NobodyOfDepartment(department=name, people=len(people)),
                numbers={"people": len(people), "covered": 0},
            )
