// read_account_companies: The companies of an account and those that its people have worked for.
// params: $account, $others
// returns: key, name, side, parent, grade, industry, region, annual_value, potential_value, currency, strategic_fit, industry_influence, credit, supplier_position
CALL () {
  MATCH (node:Company {account: $account})
  RETURN node
    UNION
  MATCH (person:Person)
  WHERE person.key IN $others
  MATCH (person)-[:EMPLOYED_BY]->(node:Company)
  RETURN node
    UNION
  MATCH (:Company {account: $account})<-[:EMPLOYED_BY]-(person:Person)
  MATCH (person)-[period:WORKS_IN]->()
  WHERE period.company IS NOT NULL
  MATCH (node:Company {key: period.company})
  RETURN node
    UNION
  MATCH (person:Person)
  WHERE person.key IN $others
  MATCH (person)-[period:WORKS_IN]->()
  WHERE period.company IS NOT NULL
  MATCH (node:Company {key: period.company})
  RETURN node
}
WITH node
ORDER BY node.key
WITH collect(node) AS nodes
RETURN
  [x IN nodes | x.key] AS key,
  [x IN nodes | x.name] AS name,
  [x IN nodes | x.side] AS side,
  [x IN nodes | [(x)-[:SUBSIDIARY_OF]->(at) | at.key ][0]] AS parent,
  [x IN nodes | x.grade] AS grade,
  [x IN nodes | x.industry] AS industry,
  [x IN nodes | x.region] AS region,
  [x IN nodes | x.annual_value] AS annual_value,
  [x IN nodes | x.potential_value] AS potential_value,
  [x IN nodes | x.currency] AS currency,
  [x IN nodes | x.strategic_fit] AS strategic_fit,
  [x IN nodes | x.industry_influence] AS industry_influence,
  [x IN nodes | x.credit] AS credit,
  [x IN nodes | x.supplier_position] AS supplier_position
