// read_account_people: Everyone of an account, and who of them is a contact rather than only has a tie to one.
// params: $account
// returns: key, name, email, company, department, title, level, status, status_since, tags, is_contact
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
    MATCH (worker)<-[:INFLUENCES]-(near:Person)
    RETURN near
      UNION ALL
    UNWIND workers AS worker
    MATCH (worker)-[:CONFLICTS_WITH]-(near:Person)
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
    RETURN contact
      UNION ALL
    UNWIND all_near AS contact
    WITH contact
    WHERE
      EXISTS {
        (contact)-[:EMPLOYED_BY]->(company:Company)
        WHERE company.side <> 'SUPPLIER'
      } OR
      EXISTS {
        MATCH (contact)-[period:WORKS_IN]->()
        MATCH (company:Company {key: period.company})
        WHERE company.side <> 'SUPPLIER'
      }
    RETURN contact
  }
  RETURN collect(DISTINCT contact) AS contacts
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
ORDER BY person.key
WITH collect(person) AS people, collect(contact_count = 1) AS is_contact
RETURN
  [x IN people | x.key] AS key,
  [x IN people | x.name] AS name,
  [x IN people | x.email] AS email,
  [x IN people | [(x)-[:EMPLOYED_BY]->(at) | at.key ][0]] AS company,
  [
    x IN people
    | [(x)-[work:WORKS_IN]->(at) WHERE work.company IS NULL | at.key ][0]
  ] AS department,
  [x IN people | x.title] AS title,
  [x IN people | x.level] AS level,
  [x IN people | x.status] AS status,
  [x IN people | x.status_since] AS status_since,
  [x IN people | x.tags] AS tags,
  is_contact AS is_contact
