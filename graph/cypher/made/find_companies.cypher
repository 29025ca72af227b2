// find_companies: The companies with one of the keys, a list for each column.
// params: $keys
// returns: key, name, side, parent, grade, industry, region, annual_value, potential_value, currency, strategic_fit, industry_influence, credit, supplier_position
MATCH (node:Company)
WHERE node.key IN $keys
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
