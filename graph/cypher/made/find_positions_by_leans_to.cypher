// find_positions_by_leans_to: Those of positions that have one of the keys in leans_to.
// params: $keys
// returns: edges
MATCH (source:Person)-[edge:POSITION]->(target)
WHERE edge.leans_to IN $keys
WITH source, edge, target
ORDER BY source.key, target.key
RETURN
  collect([
    elementId(edge),
    type(edge),
    source.key,
    labels(target)[0],
    target.key,
    properties(edge)
  ]) AS edges
