"""What answers about an account begin with: of whom and of when they are, and by which policy."""

from __future__ import annotations

from datetime import date
from typing import Annotated, TypeAlias

from graph.messages.told import Told
from graph.model.shown import node, said
from graph.model.words import NodeKind

CompanyKey: TypeAlias = Annotated[
    str, node(NodeKind.COMPANY, Told("Key of the company, any of an account.", "公司的编号，客户中的任一公司。"))
]
"""The parameter of most questions about an account."""
CompanyAskedAbout: TypeAlias = Annotated[str, node(NodeKind.COMPANY, "The company that was asked about.")]
CompanyShown: TypeAlias = Annotated[str, node(NodeKind.COMPANY, "The company that is shown.")]
Account: TypeAlias = Annotated[str, node(NodeKind.COMPANY, "The company at the top of its group.")]
DayShown: TypeAlias = Annotated[date, said("The day that is shown.")]
Revision: TypeAlias = Annotated[int, said("Revision of the account; it grows with every change.")]
PolicyVersion: TypeAlias = Annotated[
    int, said("Version of the policy that it is computed by: how often the policy had been changed.")
]
Completeness: TypeAlias = Annotated[float, said("Known part of what went in, 0 to 1.")]
