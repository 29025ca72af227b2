// find_edges_into_companies: The edges of the types that lead to one of the companies.
// params: $keys, $types
// returns: edges
MATCH (target:Company)
WHERE target.key IN $keys
MATCH (source:Person)-[edge:POSITION]->(target)
WHERE type(edge) IN $types
WITH source, edge, target
ORDER BY target.key, type(edge), source.key
RETURN
  collect([
    elementId(edge),
    type(edge),
    source.key,
    labels(target)[0],
    target.key,
    properties(edge)
  ]) AS edges
