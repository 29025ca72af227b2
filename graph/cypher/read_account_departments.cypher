// read_account_departments: The departments of an account, those that its people have worked in, and those above.
// params: $account, $others
// returns: key, company, name, parent, line
CALL () {
  MATCH (:Company {account: $account})<-[:DEPARTMENT_OF]-(unit:Department)
  RETURN unit
    UNION
  MATCH (company:Company {account: $account})
  MATCH
    (company)<-[:DEPARTMENT_OF]-
    (:Department)-[:SUBDEPARTMENT_OF]->
    (department:Department)
  WHERE NOT (department)-[:DEPARTMENT_OF]->(company)
  WITH DISTINCT department
  MATCH (department)-[:SUBDEPARTMENT_OF*0..]->(unit:Department)
  WITH DISTINCT unit
  RETURN unit
    UNION
  MATCH (:Company {account: $account})<-[:EMPLOYED_BY]-(person:Person)
  MATCH (person)-[:WORKS_IN]->(department:Department)
  WITH DISTINCT department
  WHERE NOT (department)-[:DEPARTMENT_OF]->(:Company {account: $account})
  MATCH (department)-[:SUBDEPARTMENT_OF*0..]->(unit:Department)
  WITH DISTINCT unit
  RETURN unit
    UNION
  MATCH (person:Person)
  WHERE person.key IN $others
  MATCH (person)-[:WORKS_IN]->(department:Department)
  WITH DISTINCT department
  MATCH (department)-[:SUBDEPARTMENT_OF*0..]->(unit:Department)
  WITH DISTINCT unit
  RETURN unit
}
WITH DISTINCT unit
ORDER BY unit.key
WITH collect(unit) AS departments
RETURN
  [x IN departments | x.key] AS key,
  [x IN departments | [(x)-[:DEPARTMENT_OF]->(at) | at.key ][0]] AS company,
  [x IN departments | x.name] AS name,
  [x IN departments | [(x)-[:SUBDEPARTMENT_OF]->(at) | at.key ][0]] AS parent,
  [x IN departments | x.line] AS line
