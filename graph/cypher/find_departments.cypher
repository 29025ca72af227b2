// find_departments: The departments with one of the keys, a list for each column.
// params: $keys
// returns: key, company, name, parent, line
MATCH (department:Department)
WHERE department.key IN $keys
WITH department
ORDER BY department.key
WITH collect(department) AS found
RETURN
  [x IN found | x.key] AS key,
  [x IN found | [(x)-[:DEPARTMENT_OF]->(at) | at.key ][0]] AS company,
  [x IN found | x.name] AS name,
  [x IN found | [(x)-[:SUBDEPARTMENT_OF]->(at) | at.key ][0]] AS parent,
  [x IN found | x.line] AS line
