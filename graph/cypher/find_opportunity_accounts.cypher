// find_opportunity_accounts: The account of each of the opportunities that is in one.
// params: $keys
// returns: opportunity, account
MATCH (opportunity:Opportunity)-[:OPPORTUNITY_AT]->(company:Company)
WHERE opportunity.key IN $keys AND company.account IS NOT NULL
WITH opportunity.key AS opportunity, company.account AS account
ORDER BY opportunity
RETURN collect(opportunity) AS opportunity, collect(account) AS account
