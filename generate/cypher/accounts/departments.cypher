// read_account_departments: The departments of an account, those that its people have worked in, and those above.
// params: $account, $others
// returns: {{ columns(kind) }}
CALL () {
  MATCH (:Company {account: $account})<-[:DEPARTMENT_OF]-(node:Department)
  RETURN node
    UNION
  MATCH (company:Company {account: $account})
  MATCH
    (company)<-[:DEPARTMENT_OF]-
    (:Department)-[:SUBDEPARTMENT_OF]->
    (department:Department)
  WHERE NOT (department)-[:DEPARTMENT_OF]->(company)
  WITH DISTINCT department
  MATCH (department)-[:SUBDEPARTMENT_OF*0..]->(node:Department)
  WITH DISTINCT node
  RETURN node
    UNION
  MATCH (:Company {account: $account})<-[:EMPLOYED_BY]-(person:Person)
  MATCH (person)-[:WORKS_IN]->(department:Department)
  WITH DISTINCT department
  WHERE NOT (department)-[:DEPARTMENT_OF]->(:Company {account: $account})
  MATCH (department)-[:SUBDEPARTMENT_OF*0..]->(node:Department)
  WITH DISTINCT node
  RETURN node
    UNION
  MATCH (person:Person)
  WHERE person.key IN $others
  MATCH (person)-[:WORKS_IN]->(department:Department)
  WITH DISTINCT department
  MATCH (department)-[:SUBDEPARTMENT_OF*0..]->(node:Department)
  WITH DISTINCT node
  RETURN node
}
{{ nodes_returned(kind) }}
