// search_near_nodes: The nodes of a label that hold some of the pieces, those that hold most of them first.
// params: $label, $pieces, $first
// returns: rank, kind, key, name, detail
MATCH (node:{{ searched | join("|") }})
WHERE $label IN labels(node)
WITH
  node,
  - size([piece IN $pieces WHERE node.search_text CONTAINS piece]) AS rank
WHERE rank < 0
WITH node, rank
ORDER BY rank, coalesce(node.name, ''), node.key
LIMIT $first
WITH node, rank, $label AS kind
{% include "parts/hits_returned.cypher" %}
