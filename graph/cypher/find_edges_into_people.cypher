// find_edges_into_people: The edges of the types that lead to one of the people.
// params: $keys, $types
// returns: edges
MATCH (person:Person)
WHERE person.key IN $keys
MATCH
  (source:Person)-
    [edge:REPORTS_TO|DOTTED_REPORTS_TO|INFLUENCES|CONFLICTS_WITH|TIE]->
  (person)
WHERE type(edge) IN $types
WITH source, edge, person
ORDER BY person.key, type(edge), source.key
RETURN
  collect([
    elementId(edge),
    type(edge),
    source.key,
    labels(person)[0],
    person.key,
    properties(edge)
  ]) AS edges
