// find_edges_into_companies: The edges of the types that lead to one of the companies.
// params: $keys, $types
// returns: edges
MATCH (company:Company)
WHERE company.key IN $keys
MATCH (source:Person)-[edge:POSITION]->(company)
WHERE type(edge) IN $types
WITH source, edge, company
ORDER BY company.key, type(edge), source.key
RETURN
  collect([
    elementId(edge),
    type(edge),
    source.key,
    labels(company)[0],
    company.key,
    properties(edge)
  ]) AS edges
