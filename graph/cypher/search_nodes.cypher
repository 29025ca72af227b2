// search_nodes: Companies, departments, opportunities and people that hold the text, the closest first.
// params: $text, $first
// returns: rank, kind, key, name, detail
CALL () {
  MATCH (company:Company)
  WHERE
    toLower(company.key) CONTAINS $text OR toLower(company.name) CONTAINS $text
  RETURN
    'Company' AS kind,
    company.key AS key,
    company.name AS name,
    null AS detail
    UNION ALL
  MATCH (department:Department)
  WHERE
    toLower(department.key) CONTAINS $text OR
    toLower(department.name) CONTAINS $text
  RETURN
    'Department' AS kind,
    department.key AS key,
    department.name AS name,
    [(department)-[:DEPARTMENT_OF]->(at) | at.key ][0] AS detail
    UNION ALL
  MATCH (opportunity:Opportunity)
  WHERE
    toLower(opportunity.key) CONTAINS $text OR
    toLower(opportunity.name) CONTAINS $text
  RETURN
    'Opportunity' AS kind,
    opportunity.key AS key,
    opportunity.name AS name,
    [(opportunity)-[:OPPORTUNITY_AT]->(at) | at.key ][0] AS detail
    UNION ALL
  MATCH (person:Person)
  WHERE
    toLower(person.key) CONTAINS $text OR
    toLower(person.name) CONTAINS $text OR
    toLower(person.title) CONTAINS $text OR
    toLower(person.email) CONTAINS $text
  RETURN
    'Person' AS kind,
    person.key AS key,
    person.name AS name,
    person.title AS detail
}
WITH
  kind,
  key,
  name,
  detail,
  CASE
    WHEN toLower(key) = $text OR coalesce(toLower(name), '') = $text THEN 0
    WHEN
      toLower(key) STARTS WITH $text OR
      coalesce(toLower(name), '') STARTS WITH $text
      THEN 1
    ELSE 2
  END AS rank
ORDER BY rank, kind, coalesce(name, ''), key
LIMIT $first
RETURN rank AS rank, kind AS kind, key AS key, name AS name, detail AS detail
