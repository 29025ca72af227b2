// read_account_departments: The departments of an account, those that its people have worked in, and those above.
// params: $account, $others
// returns: key, company, name, parent, line
CALL () {
  MATCH (:Company {account: $account})<-[:DEPARTMENT_OF]-(department:Department)
  RETURN department
    UNION
  MATCH (:Company {account: $account})<-[:EMPLOYED_BY]-(person:Person)
  MATCH (person)-[:WORKS_IN]->(department:Department)
  RETURN department
    UNION
  MATCH (person:Person)
  WHERE person.key IN $others
  MATCH (person)-[:WORKS_IN]->(department:Department)
  RETURN department
}
WITH DISTINCT department
MATCH (department)-[:SUBDEPARTMENT_OF*0..]->(above:Department)
WITH DISTINCT above
ORDER BY above.key
WITH collect(above) AS departments
RETURN
  [x IN departments | x.key] AS key,
  [x IN departments | [(x)-[:DEPARTMENT_OF]->(at) | at.key ][0]] AS company,
  [x IN departments | x.name] AS name,
  [x IN departments | [(x)-[:SUBDEPARTMENT_OF]->(at) | at.key ][0]] AS parent,
  [x IN departments | x.line] AS line
