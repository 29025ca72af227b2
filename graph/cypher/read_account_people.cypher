// read_account_people: Everyone of an account; who is a contact, not only one with a tie; who is employed there now.
// params: $account
// returns: key, name, email, company, department, title, level, status, status_since, tags, is_contact, is_resident
CALL () {
  MATCH (:Company {account: $account})<-[:EMPLOYED_BY]-(worker:Person)
  RETURN worker
    UNION
  MATCH (own:Company {account: $account})
  MATCH (worker:Person)-[period:WORKS_IN]->()
  WHERE period.company = own.key
  RETURN worker
}
WITH collect(worker) AS workers
CALL (workers) {
  CALL (workers) {
    UNWIND workers AS worker
    MATCH (worker)-[edge:INFLUENCES|CONFLICTS_WITH]-(near:Person)
    WHERE type(edge) = 'CONFLICTS_WITH' OR startNode(edge) = near
    RETURN near
      UNION ALL
    MATCH (:Company {account: $account})<-[:OPPORTUNITY_AT]-(deal:Opportunity)
    MATCH (deal)<-[:DECISION_ROLE|POSITION]-(near:Person)
    RETURN near
      UNION ALL
    MATCH (:Company {account: $account})<-[:POSITION]-(near:Person)
    RETURN near
  }
  RETURN collect(DISTINCT near) AS all_near
}
CALL (workers, all_near) {
  CALL (workers, all_near) {
    UNWIND workers AS contact
    RETURN contact, 1 AS worker_count
      UNION ALL
    UNWIND all_near AS contact
    RETURN contact, 0 AS worker_count
  }
  WITH contact, max(worker_count) AS worker_count
  WHERE
    worker_count = 1 OR
    EXISTS {
      (contact)-[:EMPLOYED_BY]->(company:Company)
      WHERE company.side <> 'SUPPLIER'
    } OR
    EXISTS {
      MATCH (contact)-[period:WORKS_IN]->()
      MATCH (company:Company {key: period.company})
      WHERE company.side <> 'SUPPLIER'
    }
  RETURN collect(contact) AS contacts
}
CALL (contacts) {
  UNWIND contacts AS person
  RETURN person, 1 AS contact_count
    UNION ALL
  UNWIND contacts AS contact
  MATCH (contact)<-[:TIE]-(person:Person)
  RETURN person, 0 AS contact_count
}
WITH person, max(contact_count) AS contact_count
MATCH (person)-[:EMPLOYED_BY]->(company:Company)
OPTIONAL MATCH (person)-[work:WORKS_IN]->(department:Department)
WHERE work.company IS NULL
WITH person, contact_count, company, coalesce(department.key, '') AS department
ORDER BY person.key
WITH
  collect(person) AS people,
  collect(company) AS companies,
  collect(department) AS departments,
  collect(contact_count = 1) AS is_contact,
  collect(coalesce(company.account, '') = $account) AS is_resident
RETURN
  [x IN people | x.key] AS key,
  [x IN people | x.name] AS name,
  [x IN people | x.email] AS email,
  [x IN companies | x.key] AS company,
  [x IN departments | CASE
      WHEN x <> '' THEN x
    END] AS department,
  [x IN people | x.title] AS title,
  [x IN people | x.level] AS level,
  [x IN people | x.status] AS status,
  [x IN people | x.status_since] AS status_since,
  [x IN people | x.tags] AS tags,
  is_contact AS is_contact,
  is_resident AS is_resident
