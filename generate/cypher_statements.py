"""The Cypher statements that follow from the kinds of records and how they lie in the graph.

A template in `generate/cypher` makes a statement for each thing that its folder is named after: every kind of
node, every type of edge, …; in `accounts` every kind has its own, because which records are an account's follows
from nothing else; those in `graph` make one for all kinds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from generate import cypher_parts
from generate.cypher_layout import match_edge
from graph.model.record_kinds import RECORD_KINDS
from graph.stores.neo4j.indexes import EDGE_INDEXES, NODE_INDEXES, UNIQUE
from graph.stores.neo4j.posture_rows import EXPOSURE_COLUMNS, POSTURE_COLUMNS
from graph.stores.neo4j.shapes import EDGE_KINDS, EDGE_TARGETS, EDGES, ENDS, LABELS, PROPERTIES, REFERENCE_TARGETS

_TEMPLATES = Path(__file__).parent / "cypher"


def made_statements() -> dict[str, str]:
    """The text of every statement, by the name in its header. ValueError when two have the same."""
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        undefined=StrictUndefined,
        autoescape=select_autoescape(),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(
        **{part.__name__: part for part in cypher_parts.PARTS},
        match_edge=match_edge,
        kinds=RECORD_KINDS,
        labels=list(LABELS.values()),
        searched=[label for kind, label in LABELS.items() if kind.searched],
        edge_types=list(EDGE_KINDS),
        posture_columns=POSTURE_COLUMNS,
        exposure_columns=EXPOSURE_COLUMNS,
    )
    made: dict[str, str] = {}
    for folder, things in _things().items():
        for path in sorted((_TEMPLATES / folder).iterdir()):
            template = environment.get_template(f"{folder}/{path.name}")
            for thing in things if folder != "accounts" else [{"kind": RECORD_KINDS[path.stem]}]:
                # A part may be nothing: no line is empty.
                text = "".join(line for line in template.render(thing).splitlines(True) if line.strip())
                name = text.removeprefix("// ").partition(":")[0]
                if name in made:
                    raise ValueError(f"{path.name} makes {name}, which another template makes too")
                made[name] = text
    return made


def _things() -> dict[str, list[dict[str, Any]]]:
    """What the templates of each folder are about."""
    return {
        "nodes": [
            {"kind": kind, "label": label, "above": cypher_parts.columns_of_kind_above(kind)}
            for kind, label in LABELS.items()
        ],
        "edges": [{"kind": kind, "type": type} for type, kind in EDGE_KINDS.items()],
        "edge_targets": _targets(EDGE_TARGETS),
        "reference_targets": _targets(REFERENCE_TARGETS),
        "properties": [
            {"kind": kind, "type": shape.types[0], "column": column}
            for kind, shape in EDGES.items()
            for column in ENDS[kind]
            if column in PROPERTIES[kind]
        ],
        "searched": [{"kind": kind, "label": label} for kind, label in LABELS.items() if kind.searched],
        "unique": _indexes(UNIQUE),
        "node_indexes": _indexes(NODE_INDEXES),
        "edge_indexes": _indexes(EDGE_INDEXES),
        "accounts": [],
        "graph": [{}],
    }


def _targets(types_at: Mapping[str, Sequence[str]]) -> list[dict[str, Any]]:
    return [
        {"kind": kind, "label": label, "types": types_at[label]}
        for kind, label in LABELS.items()
        if label in types_at
    ]


def _indexes(declared: Mapping[str, tuple[str, ...]]) -> list[dict[str, Any]]:
    return [{"name": name, "on": on, "properties": properties} for name, (on, *properties) in declared.items()]
