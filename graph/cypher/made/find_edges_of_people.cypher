// find_edges_of_people: The edges of the types that lead from one of the people.
// params: $keys, $types
// returns: edges
MATCH (source:Person)
WHERE source.key IN $keys
MATCH
  (source)-
    [edge:WORKS_IN
      |REPORTS_TO
      |DOTTED_REPORTS_TO
      |INFLUENCES
      |CONFLICTS_WITH
      |TIE
      |DECISION_ROLE
      |POSITION]->
  (target)
WHERE
  type(edge) IN $types AND
  (type(edge) <> 'WORKS_IN' OR edge.company IS NOT NULL)
WITH source, edge, target
ORDER BY source.key, type(edge), target.key
RETURN
  collect([
    elementId(edge),
    type(edge),
    source.key,
    labels(target)[0],
    target.key,
    properties(edge)
  ]) AS edges
