// search_nodes: Nodes that hold all of the words, the closest first.
// params: $words, $equal, $start, $beginnings, $among, $first
// returns: rank, kind, key, name, detail
CALL () {
{% for label in searched %}
{% if not loop.first %}
    UNION ALL
{% endif %}
  MATCH (node:{{ label }})
  WHERE
    (size($among) = 0 OR '{{ label }}' IN $among) AND
    all(word IN $words WHERE node.search_text CONTAINS word)
  RETURN '{{ label }}' AS kind, node
{% endfor %}
}
WITH
  kind,
  node,
  CASE
    WHEN node.search_text CONTAINS $equal THEN 0
    WHEN node.search_text CONTAINS $start THEN 1
    WHEN all(word IN $beginnings WHERE node.search_text CONTAINS word) THEN 2
    ELSE 3
  END AS rank
ORDER BY rank, kind, coalesce(node.name, ''), node.key
LIMIT $first
{% include "parts/hits_returned.cypher" %}
