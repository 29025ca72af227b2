// write_{{ kind.name }}: Creates {{ kind.name }} with edges to what is there{{ ", but for what is above them" if above }}.
// params: $rows
// returns: written_count
UNWIND $rows AS row
{{ named_by_row(kind, ["row"], without=above) }}
CREATE (node:{{ label }} {key: row.key})
{{ properties_set(kind, "node") }}
{{ references_made(kind, without=above) }}
RETURN count(*) AS written_count
