// read_account_agreements: The agreements of an account.
// params: $account
// returns: key, company, kind, name, valid_from, valid_to
MATCH (:Company {account: $account})<-[:AGREEMENT_WITH]-(agreement:Agreement)
WITH agreement
ORDER BY agreement.key
WITH collect(agreement) AS agreements
RETURN
  [x IN agreements | x.key] AS key,
  [x IN agreements | [(x)-[:AGREEMENT_WITH]->(at) | at.key ][0]] AS company,
  [x IN agreements | x.kind] AS kind,
  [x IN agreements | x.name] AS name,
  [x IN agreements | x.valid_from] AS valid_from,
  [x IN agreements | x.valid_to] AS valid_to
