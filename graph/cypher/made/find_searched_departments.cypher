// find_searched_departments: What the departments with one of the keys are searched in, a list for each column.
// params: $keys
// returns: id, key, name
MATCH (node:Department)
WHERE node.key IN $keys
WITH node
ORDER BY node.key
WITH collect(node) AS found
RETURN
  [x IN found | elementId(x)] AS id,
  [x IN found | x.key] AS key,
  [x IN found | x.name] AS name
