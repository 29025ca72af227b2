// find_references_to_companies: The kinds and columns by which what stays refers to the companies.
// params: $keys
// returns: company, kind, column
CALL () {
  MATCH (named:Company)<-[:SUBSIDIARY_OF]-(node)
  WHERE named.key IN $keys AND NOT node.key IN $keys
  RETURN named.key AS key, 'companies' AS kind, 'parent' AS column
    UNION
  MATCH (named:Company)<-[:DEPARTMENT_OF]-(node)
  WHERE named.key IN $keys
  RETURN named.key AS key, 'departments' AS kind, 'company' AS column
    UNION
  MATCH (named:Company)<-[:EMPLOYED_BY]-(node)
  WHERE named.key IN $keys
  RETURN named.key AS key, 'people' AS kind, 'company' AS column
    UNION
  MATCH ()-[edge:WORKS_IN]->()
  WHERE edge.company IN $keys
  RETURN edge.company AS key, 'works_in' AS kind, 'company' AS column
    UNION
  MATCH (named:Company)<-[:OPPORTUNITY_AT]-(node)
  WHERE named.key IN $keys
  RETURN named.key AS key, 'opportunities' AS kind, 'company' AS column
    UNION
  MATCH (named:Company)<-[:POSITION]-(node)
  WHERE named.key IN $keys
  RETURN named.key AS key, 'positions' AS kind, 'company' AS column
    UNION
  MATCH ()-[edge:POSITION]->()
  WHERE edge.leans_to IN $keys
  RETURN edge.leans_to AS key, 'positions' AS kind, 'leans_to' AS column
    UNION
  MATCH (named:Company)<-[:HELD_AT]-(node)
  WHERE named.key IN $keys
  RETURN named.key AS key, 'interactions' AS kind, 'company' AS column
    UNION
  MATCH (named:Company)<-[:AGREEMENT_WITH]-(node)
  WHERE named.key IN $keys
  RETURN named.key AS key, 'agreements' AS kind, 'company' AS column
}
WITH kind, column, key
ORDER BY kind, column, key
RETURN collect(key) AS company, collect(kind) AS kind, collect(column) AS column
