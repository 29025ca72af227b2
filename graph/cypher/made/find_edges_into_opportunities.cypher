// find_edges_into_opportunities: The edges of the types that lead to one of the opportunities.
// params: $keys, $types
// returns: edges
MATCH (target:Opportunity)
WHERE target.key IN $keys
MATCH (source:Person)-[edge:DECISION_ROLE|POSITION]->(target)
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
