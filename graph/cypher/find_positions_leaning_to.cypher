// find_positions_leaning_to: The positions that lean to one of the companies.
// params: $keys
// returns: edges
MATCH (person:Person)-[edge:POSITION]->(subject)
WHERE edge.leans_to IN $keys
WITH person, edge, subject
ORDER BY person.key, subject.key
RETURN
  collect([
    elementId(edge),
    type(edge),
    person.key,
    labels(subject)[0],
    subject.key,
    properties(edge)
  ]) AS edges
