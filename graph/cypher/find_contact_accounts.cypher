// find_contact_accounts: For each person the accounts it has worked in, and those where it may be an outsider.
// params: $keys
// returns: person, worked, outside
MATCH (person:Person)
WHERE person.key IN $keys
CALL (person) {
  MATCH (person)-[:EMPLOYED_BY]->(company:Company)
  RETURN company
    UNION
  MATCH (person)-[period:WORKS_IN]->()
  WHERE period.company IS NOT NULL
  MATCH (company:Company {key: period.company})
  RETURN company
}
WITH person, collect(company) AS companies
WITH
  person,
  [x IN companies WHERE x.account IS NOT NULL | x.account] AS worked,
  any(x IN companies WHERE x.side <> 'SUPPLIER') AS is_free
CALL (person, is_free) {
  WITH person, is_free
  WHERE is_free
  MATCH (person)-[edge:INFLUENCES|CONFLICTS_WITH]-(near:Person)
  WHERE type(edge) = 'CONFLICTS_WITH' OR startNode(edge) = person
  MATCH (near)-[:EMPLOYED_BY]->(company:Company)
  RETURN company.account AS account
    UNION
  WITH person, is_free
  WHERE is_free
  MATCH (person)-[edge:INFLUENCES|CONFLICTS_WITH]-(near:Person)
  WHERE type(edge) = 'CONFLICTS_WITH' OR startNode(edge) = person
  MATCH (near)-[period:WORKS_IN]->()
  WHERE period.company IS NOT NULL
  MATCH (company:Company {key: period.company})
  RETURN company.account AS account
    UNION
  WITH person, is_free
  WHERE is_free
  MATCH
    (person)-[:DECISION_ROLE|POSITION]->
    (:Opportunity)-[:OPPORTUNITY_AT]->
    (company:Company)
  RETURN company.account AS account
    UNION
  WITH person, is_free
  WHERE is_free
  MATCH (person)-[:POSITION]->(company:Company)
  RETURN company.account AS account
    UNION
  RETURN null AS account
}
WITH person, worked, account
ORDER BY person.key, account
WITH person, worked, collect(account) AS outside
ORDER BY person.key
RETURN
  collect(person.key) AS person,
  collect(worked) AS worked,
  collect(outside) AS outside
