// find_opportunities: The opportunities with one of the keys, a list for each column.
// params: $keys
// returns: key, company, name, value, currency, sale_stage, decision_date, status
MATCH (node:Opportunity)
WHERE node.key IN $keys
WITH node
ORDER BY node.key
WITH collect(node) AS nodes
RETURN
  [x IN nodes | x.key] AS key,
  [x IN nodes | [(x)-[:OPPORTUNITY_AT]->(at) | at.key ][0]] AS company,
  [x IN nodes | x.name] AS name,
  [x IN nodes | x.value] AS value,
  [x IN nodes | x.currency] AS currency,
  [x IN nodes | x.sale_stage] AS sale_stage,
  [x IN nodes | x.decision_date] AS decision_date,
  [x IN nodes | x.status] AS status
