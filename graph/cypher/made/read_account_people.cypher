// read_account_people: Everyone of an account; who is a contact, not only one with a tie; who is employed there now.
// params: $account
// returns: is_contact, is_resident, key, name, email, phone, company, department, title, level, status, status_since, tags
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
WITH person AS node, max(contact_count) = 1 AS is_contact
WITH
  node,
  is_contact,
  EXISTS {
  (node)-[:EMPLOYED_BY]->(:Company {account: $account})
  } AS is_resident
WITH node, is_contact, is_resident
ORDER BY node.key
WITH
  collect(node) AS nodes,
  collect(is_contact) AS is_contact,
  collect(is_resident) AS is_resident
RETURN
  is_contact AS is_contact,
  is_resident AS is_resident,
  [x IN nodes | x.key] AS key,
  [x IN nodes | x.name] AS name,
  [x IN nodes | x.email] AS email,
  [x IN nodes | x.phone] AS phone,
  [x IN nodes | [(x)-[:EMPLOYED_BY]->(at) | at.key ][0]] AS company,
  [x IN nodes | [(x)-[e:WORKS_IN]->(at) WHERE e.company IS NULL | at.key ][0]] AS department,
  [x IN nodes | x.title] AS title,
  [x IN nodes | x.level] AS level,
  [x IN nodes | x.status] AS status,
  [x IN nodes | x.status_since] AS status_since,
  [x IN nodes | x.tags] AS tags
