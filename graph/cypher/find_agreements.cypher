// find_agreements: The agreements with one of the keys, a list for each column.
// params: $keys
// returns: key, company, kind, name, valid_from, valid_to
MATCH (agreement:Agreement)
WHERE agreement.key IN $keys
WITH agreement
ORDER BY agreement.key
WITH collect(agreement) AS found
RETURN
  [x IN found | x.key] AS key,
  [x IN found | [(x)-[:AGREEMENT_WITH]->(at) | at.key ][0]] AS company,
  [x IN found | x.kind] AS kind,
  [x IN found | x.name] AS name,
  [x IN found | x.valid_from] AS valid_from,
  [x IN found | x.valid_to] AS valid_to
