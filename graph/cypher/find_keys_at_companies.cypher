// find_keys_at_companies: The keys of the nodes that an edge of the type leads from to one of the companies.
// params: $keys, $type
// returns: found
MATCH (company:Company)
WHERE company.key IN $keys
MATCH
  (node)-
    [edge:SUBSIDIARY_OF
      |DEPARTMENT_OF
      |EMPLOYED_BY
      |OPPORTUNITY_AT
      |AGREEMENT_WITH
      |HELD_AT]->
  (company)
WHERE type(edge) = $type
WITH DISTINCT node.key AS key
ORDER BY key
RETURN collect(key) AS found
