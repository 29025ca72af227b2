// find_{{ kind.name }}: The {{ kind.name }} with one of the keys, a list for each column.
// params: $keys
// returns: {{ columns(kind) }}
MATCH (node:{{ label }})
WHERE node.key IN $keys
{{ nodes_returned(kind) }}
