// read_account_agreements: The agreements of an account.
// params: $account
// returns: key, company, kind, name, valid_from, valid_to
MATCH (:Company {account: $account})<-[:AGREEMENT_WITH]-(node:Agreement)
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
