// find_references_to_companies: The types of edges, or WORKS_IN and leans_to for properties, by which others refer to the companies.
// params: $keys
// returns: company, reference
CALL () {
  MATCH
    (company:Company)<-
      [edge:SUBSIDIARY_OF
        |DEPARTMENT_OF
        |EMPLOYED_BY
        |OPPORTUNITY_AT
        |AGREEMENT_WITH
        |HELD_AT
        |POSITION]-
    (node)
  WHERE
    company.key IN $keys AND
    NOT (type(edge) = 'SUBSIDIARY_OF' AND node.key IN $keys)
  RETURN company.key AS key, type(edge) AS reference
    UNION
  MATCH ()-[period:WORKS_IN]->()
  WHERE period.company IN $keys
  RETURN period.company AS key, 'WORKS_IN' AS reference
    UNION
  MATCH ()-[position:POSITION]->()
  WHERE position.leans_to IN $keys
  RETURN position.leans_to AS key, 'leans_to' AS reference
}
WITH reference, key
ORDER BY reference, key
RETURN collect(key) AS company, collect(reference) AS reference
