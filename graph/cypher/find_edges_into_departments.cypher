// find_edges_into_departments: The edges of the types that lead to one of the departments.
// params: $keys, $types
// returns: edges
MATCH (department:Department)
WHERE department.key IN $keys
MATCH (source:Person)-[edge:WORKS_IN]->(department)
WHERE
  type(edge) IN $types AND
  (type(edge) <> 'WORKS_IN' OR edge.company IS NOT NULL)
WITH source, edge, department
ORDER BY department.key, type(edge), source.key
RETURN
  collect([
    elementId(edge),
    type(edge),
    source.key,
    labels(department)[0],
    department.key,
    properties(edge)
  ]) AS edges
