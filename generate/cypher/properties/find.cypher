// find_{{ kind.name }}_by_{{ column }}: Those of {{ kind.name }} that have one of the keys in {{ column }}.
// params: $keys
// returns: edges
MATCH (source:Person)-[edge:{{ type }}]->(target)
WHERE edge.{{ column }} IN $keys
WITH source, edge, target
ORDER BY source.key, target.key
{% include "parts/edges_as_they_are.cypher" %}
