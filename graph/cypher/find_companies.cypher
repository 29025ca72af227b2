// find_companies: The companies with one of the keys, a list for each column.
// params: $keys
// returns: key, name, side, parent, grade, industry, region, annual_value, potential_value, currency, strategic_fit, industry_influence, credit, supplier_position
MATCH (company:Company)
WHERE company.key IN $keys
WITH company
ORDER BY company.key
WITH collect(company) AS found
RETURN
  [x IN found | x.key] AS key,
  [x IN found | x.name] AS name,
  [x IN found | x.side] AS side,
  [x IN found | [(x)-[:SUBSIDIARY_OF]->(at) | at.key ][0]] AS parent,
  [x IN found | x.grade] AS grade,
  [x IN found | x.industry] AS industry,
  [x IN found | x.region] AS region,
  [x IN found | x.annual_value] AS annual_value,
  [x IN found | x.potential_value] AS potential_value,
  [x IN found | x.currency] AS currency,
  [x IN found | x.strategic_fit] AS strategic_fit,
  [x IN found | x.industry_influence] AS industry_influence,
  [x IN found | x.credit] AS credit,
  [x IN found | x.supplier_position] AS supplier_position
