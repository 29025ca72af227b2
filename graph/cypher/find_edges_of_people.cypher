// find_edges_of_people: The edges of the types that lead from one of the people.
// params: $keys, $types
// returns: edges
MATCH (person:Person)
WHERE person.key IN $keys
MATCH
  (person)-
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
WITH person, edge, target
ORDER BY person.key, type(edge), target.key
RETURN
  collect([
    elementId(edge),
    type(edge),
    person.key,
    labels(target)[0],
    target.key,
    properties(edge)
  ]) AS edges
