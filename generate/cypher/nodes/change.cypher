// change_{{ kind.name }}: Gives {{ kind.name }} that are there all that their rows say, the edges too.
// params: $rows
// returns: written_count
UNWIND $rows AS row
MATCH (node:{{ label }} {key: row.key})
{{ named_by_row(kind, ["row", "node"]) }}
{{ properties_set(kind, "node") }}
{{ references_taken_out(kind) }}
{{ references_made(kind) }}
RETURN count(*) AS written_count
