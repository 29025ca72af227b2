// find_people: The people with one of the keys, a list for each column.
// params: $keys
// returns: key, name, email, phone, company, department, title, level, status, status_since, tags
MATCH (node:Person)
WHERE node.key IN $keys
WITH node
ORDER BY node.key
WITH collect(node) AS nodes
RETURN
  [x IN nodes | x.key] AS key,
  [x IN nodes | x.name] AS name,
  [x IN nodes | x.email] AS email,
  [x IN nodes | x.phone] AS phone,
  [x IN nodes | [(x)-[:EMPLOYED_BY]->(at) | at.key ][0]] AS company,
  [x IN nodes | [(x)-[e:WORKS_IN]->(at) WHERE e.company IS NULL | at.key ][0]] AS department,
  [x IN nodes | x.title] AS title,
  [x IN nodes | x.level] AS level,
  [x IN nodes | x.status] AS status,
  [x IN nodes | x.status_since] AS status_since,
  [x IN nodes | x.tags] AS tags
