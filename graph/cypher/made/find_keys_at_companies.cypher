// find_keys_at_companies: The keys of the nodes that an edge of the type leads from to one of the companies.
// params: $keys, $type
// returns: found
MATCH (target:Company)
WHERE target.key IN $keys
MATCH
  (node)-
    [edge:SUBSIDIARY_OF
      |DEPARTMENT_OF
      |EMPLOYED_BY
      |OPPORTUNITY_AT
      |HELD_AT
      |AGREEMENT_WITH]->
  (target)
WHERE type(edge) = $type
WITH DISTINCT node.key AS key
ORDER BY key
RETURN collect(key) AS found
