// find_departments: The departments with one of the keys, a list for each column.
// params: $keys
// returns: key, company, name, parent, line
MATCH (node:Department)
WHERE node.key IN $keys
WITH node
ORDER BY node.key
WITH collect(node) AS nodes
RETURN
  [x IN nodes | x.key] AS key,
  [x IN nodes | [(x)-[:DEPARTMENT_OF]->(at) | at.key ][0]] AS company,
  [x IN nodes | x.name] AS name,
  [x IN nodes | [(x)-[:SUBDEPARTMENT_OF]->(at) | at.key ][0]] AS parent,
  [x IN nodes | x.line] AS line
