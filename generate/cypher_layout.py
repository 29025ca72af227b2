"""Lines as Neo4j's formatter lays them out: what does not fit into a line stands one below the other."""

from __future__ import annotations

from collections.abc import Sequence

_WIDTH = 80


def spread(clause: str, items: Sequence[str], between: str = ",") -> str:
    """A clause and its items: `WITH a, b`, or below each other.

    >>> spread("WHERE", ["a IS NOT NULL", "b IS NOT NULL"], " AND")
    'WHERE a IS NOT NULL AND b IS NOT NULL'
    """
    line = f"{clause} {f'{between} '.join(items)}"
    if len(line) <= _WIDTH and "\n" not in line:
        return line
    return "\n".join([clause, f"{between}\n".join(f"  {item}" for item in items)])


def match_edge(start: str, types: Sequence[str], end: str) -> str:
    """`MATCH` for edges of one of the types, from the start to the end."""
    line = f"MATCH {start}-[edge:{'|'.join(types)}]->{end}"
    if len(line) <= _WIDTH:
        return line
    edge = f"    [edge:{'|'.join(types)}]->"
    if len(edge) > _WIDTH:
        edge = "    [edge:" + "\n      |".join(types) + "]->"
    return "\n".join(["MATCH", f"  {start}-", edge, f"  {end}"])
