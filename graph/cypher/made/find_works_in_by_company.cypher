// find_works_in_by_company: Those of works_in that have one of the keys in company.
// params: $keys
// returns: edges
MATCH (source:Person)-[edge:WORKS_IN]->(target)
WHERE edge.company IN $keys
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
