// find_edges_into_people: The edges of the types that lead to one of the people.
// params: $keys, $types
// returns: edges
MATCH (target:Person)
WHERE target.key IN $keys
MATCH
  (source:Person)-
    [edge:REPORTS_TO|DOTTED_REPORTS_TO|INFLUENCES|CONFLICTS_WITH|TIE]->
  (target)
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
