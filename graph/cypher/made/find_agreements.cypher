// find_agreements: The agreements with one of the keys, a list for each column.
// params: $keys
// returns: key, company, kind, name, valid_from, valid_to
MATCH (node:Agreement)
WHERE node.key IN $keys
WITH node
ORDER BY node.key
WITH collect(node) AS nodes
RETURN
  [x IN nodes | x.key] AS key,
  [x IN nodes | [(x)-[:AGREEMENT_WITH]->(at) | at.key ][0]] AS company,
  [x IN nodes | x.kind] AS kind,
  [x IN nodes | x.name] AS name,
  [x IN nodes | x.valid_from] AS valid_from,
  [x IN nodes | x.valid_to] AS valid_to
