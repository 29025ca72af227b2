// find_opportunities: The opportunities with one of the keys, a list for each column.
// params: $keys
// returns: key, company, name, value, currency, sale_stage, decision_date, status
MATCH (opportunity:Opportunity)
WHERE opportunity.key IN $keys
WITH opportunity
ORDER BY opportunity.key
WITH collect(opportunity) AS found
RETURN
  [x IN found | x.key] AS key,
  [x IN found | [(x)-[:OPPORTUNITY_AT]->(at) | at.key ][0]] AS company,
  [x IN found | x.name] AS name,
  [x IN found | x.value] AS value,
  [x IN found | x.currency] AS currency,
  [x IN found | x.sale_stage] AS sale_stage,
  [x IN found | x.decision_date] AS decision_date,
  [x IN found | x.status] AS status
