"""What records that others refer to have in common."""

from typing import Annotated, TypeAlias

from graph.model import cell

NodeKey: TypeAlias = Annotated[
    str,
    cell.key("Key", "编号", "The key that whoever brought the data chose; unique among nodes of this kind."),
]
