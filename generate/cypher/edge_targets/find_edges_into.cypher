// find_edges_into_{{ kind.name }}: The edges of the types that lead to one of the {{ kind.name }}.
// params: $keys, $types
// returns: edges
MATCH (target:{{ label }})
WHERE target.key IN $keys
{{ match_edge("(source:Person)", types, "(target)") }}
{{ is_record(types) }}
WITH source, edge, target
ORDER BY target.key, type(edge), source.key
{% include "parts/edges_as_they_are.cypher" %}
