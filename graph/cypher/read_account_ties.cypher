// read_account_ties: The ties to contacts of an account, and to colleagues who had ties of their own.
// params: $contacts, $colleagues
// returns: employee, contact, trust, target_trust, last_contact, purposes, valid_from, valid_to, certainty, source
MATCH (contact:Person)
WHERE contact.key IN $contacts OR contact.key IN $colleagues
MATCH (employee:Person)-[edge:TIE]->(contact)
WITH edge, employee, contact
ORDER BY employee.key, contact.key, coalesce(edge.valid_from, '')
WITH collect(edge) AS edges
RETURN
  [x IN edges | startNode(x).key] AS employee,
  [x IN edges | endNode(x).key] AS contact,
  [x IN edges | x.trust] AS trust,
  [x IN edges | x.target_trust] AS target_trust,
  [x IN edges | x.last_contact] AS last_contact,
  [x IN edges | x.purposes] AS purposes,
  [x IN edges | x.valid_from] AS valid_from,
  [x IN edges | x.valid_to] AS valid_to,
  [x IN edges | x.certainty] AS certainty,
  [x IN edges | x.source] AS source
