// read_account_opportunities: The opportunities of an account.
// params: $account
// returns: key, company, name, value, currency, sale_stage, decision_date, status
MATCH
  (:Company {account: $account})<-[:OPPORTUNITY_AT]-(opportunity:Opportunity)
WITH opportunity
ORDER BY opportunity.key
WITH collect(opportunity) AS opportunities
RETURN
  [x IN opportunities | x.key] AS key,
  [x IN opportunities | [(x)-[:OPPORTUNITY_AT]->(at) | at.key ][0]] AS company,
  [x IN opportunities | x.name] AS name,
  [x IN opportunities | x.value] AS value,
  [x IN opportunities | x.currency] AS currency,
  [x IN opportunities | x.sale_stage] AS sale_stage,
  [x IN opportunities | x.decision_date] AS decision_date,
  [x IN opportunities | x.status] AS status
