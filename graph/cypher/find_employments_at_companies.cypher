// find_employments_at_companies: The employments at one of the companies.
// params: $keys
// returns: edges
MATCH (person:Person)-[edge:WORKS_IN]->(place)
WHERE edge.company IN $keys
WITH person, edge, place
ORDER BY person.key, place.key
RETURN
  collect([
    elementId(edge),
    type(edge),
    person.key,
    labels(place)[0],
    place.key,
    properties(edge)
  ]) AS edges
