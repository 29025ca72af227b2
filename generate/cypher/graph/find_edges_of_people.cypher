// find_edges_of_people: The edges of the types that lead from one of the people.
// params: $keys, $types
// returns: edges
MATCH (source:Person)
WHERE source.key IN $keys
{{ match_edge("(source)", edge_types, "(target)") }}
{{ is_record(edge_types) }}
WITH source, edge, target
ORDER BY source.key, type(edge), target.key
{% include "parts/edges_as_they_are.cypher" %}
