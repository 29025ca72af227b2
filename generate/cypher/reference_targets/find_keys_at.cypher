// find_keys_at_{{ kind.name }}: The keys of the nodes that an edge of the type leads from to one of the {{ kind.name }}.
// params: $keys, $type
// returns: found
MATCH (target:{{ label }})
WHERE target.key IN $keys
{{ match_edge("(node)", types, "(target)") }}
{{ is_reference(types) }}
WITH DISTINCT node.key AS key
ORDER BY key
RETURN collect(key) AS found
