// write_{{ type | lower }}: Creates edges between nodes that are there.
// params: $rows
// returns: written_count
UNWIND $rows AS row
{{ named_by_row(kind, ["row"]) }}
{{ edge_made(kind, type) }}
{{ properties_set(kind, "edge") }}
RETURN count(*) AS written_count
