// find_edges_into_departments: The edges of the types that lead to one of the departments.
// params: $keys, $types
// returns: edges
MATCH (target:Department)
WHERE target.key IN $keys
MATCH (source:Person)-[edge:WORKS_IN]->(target)
WHERE
  type(edge) IN $types AND
  (type(edge) <> 'WORKS_IN' OR edge.company IS NOT NULL)
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
