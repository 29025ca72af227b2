"""The parts of statements that follow from how a kind lies in the graph; templates put them together."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from generate.cypher_layout import spread
from graph.model.kind import Kind
from graph.model.record_kinds import RECORD_KINDS
from graph.stores.neo4j.shapes import EDGE_KINDS, EDGES, ENDS, LABELS, PROPERTIES, REFERENCES, End


def columns_of_kind_above(kind: Kind[Any]) -> list[str]:
    """The columns that name nodes of the same kind, which may be created later."""
    return [name for name in REFERENCES[kind] if ENDS[kind][name].label == LABELS[kind]]


def named_by_row(kind: Kind[Any], known: Sequence[str], without: Collection[str] = ()) -> str:
    """The nodes that a row names, but for those in some columns; a row with one that is not there is left out."""
    ends = [end for end in ENDS[kind].values() if end.column not in without]
    if not ends:
        return ""
    return "\n".join(
        [
            *(
                f"OPTIONAL MATCH ({end.column}:{end.label} {{key: row.{end.column}}})"
                for end in ends
                if not end.is_list
            ),
            spread("WITH", [*known, *map(_bound, ends)]),
            spread("WHERE", _all_of([_condition(end) for end in ends]), " AND"),
        ]
    )


def _bound(end: End) -> str:
    if not end.is_list:
        return end.column
    return (
        "COLLECT {\n"
        f"    UNWIND row.{end.column} AS key\n"
        f"    MATCH (at:{end.label} {{key: key}})\n"
        "    RETURN at\n"
        f"  }} AS {end.column}"
    )


def _condition(end: End) -> str:
    if end.is_list:
        return f"size({end.column}) = size(row.{end.column})"
    if end.is_required:
        return f"{end.column} IS NOT NULL"
    return f"row.{end.column} IS NULL OR {end.column} IS NOT NULL"


def _all_of(conditions: Sequence[str]) -> list[str]:
    if len(conditions) == 1:
        return list(conditions)
    return [f"({condition})" if " OR " in condition else condition for condition in conditions]


def properties_set(kind: Kind[Any], variable: str) -> str:
    """Every property from the row, but for a node's key."""
    names = [*PROPERTIES[kind], *(["search_text"] if kind.searched else [])]
    return spread("SET", [f"{variable}.{name} = row.{name}" for name in names])


def references_made(kind: Kind[Any], without: Collection[str] = ()) -> str:
    """Edges between the node and what its row names, but for those in some columns."""
    return "\n".join(_made(kind, ENDS[kind][column]) for column in REFERENCES[kind] if column not in without)


def _made(kind: Kind[Any], end: End) -> str:
    if end.is_required and not end.is_list:
        return f"CREATE {_edge(kind, end, f'({end.column})')}"
    found = end.column if end.is_list else f"[x IN [{end.column}] WHERE x IS NOT NULL]"
    return f"FOREACH (at IN {found} |\n  CREATE {_edge(kind, end, '(at)')}\n)"


def references_taken_out(kind: Kind[Any]) -> str:
    """The edges that the node's columns are, taken out."""
    return "\n".join(
        f"FOREACH (old IN [{_edge(kind, end, '()', edge='e')}{_no_record(kind, end)} | e ] |\n  DELETE old\n)"
        for end in map(ENDS[kind].__getitem__, REFERENCES[kind])
    )


def _edge(kind: Kind[Any], end: End, other: str, *, node: str = "node", edge: str = "") -> str:
    """The pattern of the edge that a column is; people come to what they participate in."""
    edge = f"[{edge}:{REFERENCES[kind][end.column]}]"
    return f"({node})<-{edge}-{other}" if end.is_list else f"({node})-{edge}->{other}"


def _no_record(kind: Kind[Any], end: End) -> str:
    """What tells the edge `e` from a record of its type."""
    record = EDGE_KINDS.get(REFERENCES[kind][end.column])
    return "" if record is None else f" WHERE e.{EDGES[record].kept[0]} IS NULL"


def is_record(types: Sequence[str]) -> str:
    """Where an edge is of one of the types asked for, and not what a column of a node is."""
    shared = {type for columns in REFERENCES.values() for type in columns.values()} & set(types)
    kept = {type: EDGES[EDGE_KINDS[type]].kept[0] for type in sorted(shared)}
    told = [f"type(edge) <> '{type}' OR edge.{column} IS NOT NULL" for type, column in kept.items()]
    return spread("WHERE", _all_of(["type(edge) IN $types", *told]), " AND")


def edge_made(kind: Kind[Any], type: str) -> str:
    """The edge that a row is."""
    source, targets = kind.identity[0], EDGES[kind].targets
    if len(targets) == 1:
        return f"CREATE ({source})-[edge:{type}]->({targets[0]})"
    return "\n".join(
        [
            f"WITH row, {source}, coalesce({', '.join(targets)}) AS target",
            "WHERE target IS NOT NULL",
            f"CREATE ({source})-[edge:{type}]->(target)",
        ]
    )


def nodes_returned(kind: Kind[Any], also: Sequence[str] = ()) -> str:
    """A list for each column of the nodes, ordered by key; before them those of other variables."""
    return "\n".join(
        [
            spread("WITH", ["node", *also]),
            "ORDER BY node.key",
            spread("WITH", ["collect(node) AS nodes", *(f"collect({name}) AS {name}" for name in also)]),
            _returned(
                [*(f"{name} AS {name}" for name in also), *(_read(kind, name) for name in kind.column_names)]
            ),
        ]
    )


def _read(kind: Kind[Any], column: str) -> str:
    if column not in REFERENCES[kind]:
        return f"[x IN nodes | x.{column}] AS {column}"
    end = ENDS[kind][column]
    condition = _no_record(kind, end)
    found = f"[{_edge(kind, end, '(at)', node='x', edge='e' if condition else '')}{condition} | at.key ]"
    return f"[x IN nodes | {found if end.is_list else f'{found}[0]'}] AS {column}"


def properties_listed(nodes: str, names: Sequence[str]) -> str:
    """A list of the nodes' values for each property."""
    return _listed([f"[x IN {nodes} | x.{name}] AS {name}" for name in names])


def _returned(items: Sequence[str]) -> str:
    return f"RETURN\n{_listed(items)}"


def _listed(items: Sequence[str]) -> str:
    return ",\n".join(f"  {item}" for item in items)


def edges_returned(kind: Kind[Any]) -> str:
    """A list for each column of the edges from sources to targets, ordered by identity."""
    shape, ends = EDGES[kind], _ends_told(kind)
    optional = {column.name for column in kind.columns if not column.is_required}
    order = [
        name if name in ends else f"coalesce(edge.{name}, '')" if name in optional else f"edge.{name}"
        for name in kind.identity
    ]
    return "\n".join(
        [
            spread("WITH", ["edge", *(f"{told} AS {name}" for name, told in ends.items())]),
            spread("ORDER BY", order),
            spread("WITH", ["collect(edge) AS edges", *(f"collect({name}) AS {name}" for name in ends)]),
            _returned(
                [
                    f"[x IN edges | x.{name}] AS {name}"
                    if name not in ends
                    else f"{name} AS {name}"
                    if len(shape.targets) == 1 or name not in shape.targets
                    else f"[x IN {name} | nullIf(x, '')] AS {name}"
                    for name in kind.column_names
                ]
            ),
        ]
    )


def _ends_told(kind: Kind[Any]) -> dict[str, str]:
    """What says the columns that are no properties, '' where it says nothing."""
    shape = EDGES[kind]
    told = {kind.identity[0]: "source.key"}
    for name in shape.targets:
        if len(shape.targets) == 1:
            told[name] = "target.key"
        elif name not in shape.kept:
            told[name] = _case(f"WHEN target:{ENDS[kind][name].label} THEN target.key", "ELSE ''")
    if shape.word:
        *first, last = shape.words.items()
        told[shape.word] = _case(
            *(f"WHEN '{type}' THEN '{word}'" for type, word in first), f"ELSE '{last[1]}'", of=" type(edge)"
        )
    return told


def _case(*lines: str, of: str = "") -> str:
    return "\n".join([f"CASE{of}", *(f"    {line}" for line in lines), "  END"])


def is_reference(types: Sequence[str]) -> str:
    """Where an edge is of the type asked for, and not a record."""
    kept = {type: EDGES[EDGE_KINDS[type]].kept[0] for type in types if type in EDGE_KINDS}
    told = [f"type(edge) <> '{type}' OR edge.{column} IS NULL" for type, column in kept.items()]
    return spread("WHERE", _all_of(["type(edge) = $type", *told]), " AND")


def columns(kind: Kind[Any]) -> str:
    """The columns of the kind, as a header lists them."""
    return ", ".join(kind.column_names)


def records_counted() -> str:
    """The number of nodes or edges of each kind."""
    counts = {
        **{kind.name: f"COUNT {{ (:{label}) }}" for kind, label in LABELS.items()},
        **{
            kind.name: " + ".join(f"COUNT {{ ()-[:{type}]->() }}" for type in shape.types)
            for kind, shape in EDGES.items()
        },
    }
    return _returned([f"{counts[name]} AS {name}" for name in RECORD_KINDS])


def references_to(name: str) -> list[str]:
    """For each column that names nodes of the kind of that name, what finds the records that stay and name one."""
    return [
        _naming(kind, column.name, name)
        for kind in RECORD_KINDS.values()
        for column in kind.columns
        if column.refers_to == name
    ]


def _naming(kind: Kind[Any], column: str, name: str) -> str:
    said = f"'{kind.name}' AS kind, '{column}' AS column"
    if column in PROPERTIES[kind]:
        return "\n".join(
            [
                f"  MATCH ()-[edge:{EDGES[kind].types[0]}]->()",
                f"  WHERE edge.{column} IN $keys",
                f"  RETURN edge.{column} AS key, {said}",
            ]
        )
    type = REFERENCES[kind][column] if kind in LABELS else EDGES[kind].types[0]
    stays = " AND NOT node.key IN $keys" if kind.name == name else ""
    return "\n".join(
        [
            f"  MATCH (named:{ENDS[kind][column].label})<-[:{type}]-(node)",
            f"  WHERE named.key IN $keys{stays}",
            f"  RETURN named.key AS key, {said}",
        ]
    )


PARTS = (
    *(named_by_row, properties_set, references_made, references_taken_out, edge_made),
    *(nodes_returned, edges_returned, is_record, is_reference, columns, records_counted, references_to),
    properties_listed,
)
"""What templates may use."""
