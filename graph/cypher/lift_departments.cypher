// lift_departments: Puts the departments below a department under the one above it.
// params: $key
// returns: lifted_count
MATCH
  (below:Department)-[place:SUBDEPARTMENT_OF]->
  (department:Department {key: $key})
OPTIONAL MATCH (department)-[:SUBDEPARTMENT_OF]->(above:Department)
DELETE place
FOREACH (at IN
CASE
  WHEN above IS NULL THEN []
  ELSE [above]
END |
  CREATE (below)-[:SUBDEPARTMENT_OF]->(at)
)
RETURN count(*) AS lifted_count
