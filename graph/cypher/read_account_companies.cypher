// read_account_companies: The companies of an account and those that its people have worked for.
// params: $account, $others
// returns: key, name, side, parent, grade, industry, region, annual_value, potential_value, currency, strategic_fit, industry_influence, credit, supplier_position
CALL () {
  MATCH (company:Company {account: $account})
  RETURN company
    UNION
  MATCH (person:Person)
  WHERE person.key IN $others
  MATCH (person)-[:EMPLOYED_BY]->(company:Company)
  RETURN company
    UNION
  MATCH (:Company {account: $account})<-[:EMPLOYED_BY]-(person:Person)
  MATCH (person)-[period:WORKS_IN]->()
  WHERE period.company IS NOT NULL
  MATCH (company:Company {key: period.company})
  RETURN company
    UNION
  MATCH (person:Person)
  WHERE person.key IN $others
  MATCH (person)-[period:WORKS_IN]->()
  WHERE period.company IS NOT NULL
  MATCH (company:Company {key: period.company})
  RETURN company
}
WITH company
ORDER BY company.key
WITH collect(company) AS companies
RETURN
  [x IN companies | x.key] AS key,
  [x IN companies | x.name] AS name,
  [x IN companies | x.side] AS side,
  [x IN companies | [(x)-[:SUBSIDIARY_OF]->(at) | at.key ][0]] AS parent,
  [x IN companies | x.grade] AS grade,
  [x IN companies | x.industry] AS industry,
  [x IN companies | x.region] AS region,
  [x IN companies | x.annual_value] AS annual_value,
  [x IN companies | x.potential_value] AS potential_value,
  [x IN companies | x.currency] AS currency,
  [x IN companies | x.strategic_fit] AS strategic_fit,
  [x IN companies | x.industry_influence] AS industry_influence,
  [x IN companies | x.credit] AS credit,
  [x IN companies | x.supplier_position] AS supplier_position
