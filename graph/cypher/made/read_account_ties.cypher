// read_account_ties: The ties to contacts of an account, and to colleagues who had ties of their own.
// params: $account, $others
// returns: employee, contact, trust, target_trust, last_contact, purposes, valid_from, valid_to, certainty, source
CALL () {
  MATCH (:Company {account: $account})<-[:EMPLOYED_BY]-(target:Person)
  RETURN target
    UNION ALL
  MATCH (target:Person)
  WHERE target.key IN $others
  RETURN target
}
MATCH (source:Person)-[edge:TIE]->(target)
WITH edge, source.key AS employee, target.key AS contact
ORDER BY employee, contact, coalesce(edge.valid_from, '')
WITH
  collect(edge) AS edges,
  collect(employee) AS employee,
  collect(contact) AS contact
RETURN
  employee AS employee,
  contact AS contact,
  [x IN edges | x.trust] AS trust,
  [x IN edges | x.target_trust] AS target_trust,
  [x IN edges | x.last_contact] AS last_contact,
  [x IN edges | x.purposes] AS purposes,
  [x IN edges | x.valid_from] AS valid_from,
  [x IN edges | x.valid_to] AS valid_to,
  [x IN edges | x.certainty] AS certainty,
  [x IN edges | x.source] AS source
