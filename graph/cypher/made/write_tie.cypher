// write_tie: Creates edges between nodes that are there.
// params: $rows
// returns: written_count
UNWIND $rows AS row
OPTIONAL MATCH (employee:Person {key: row.employee})
OPTIONAL MATCH (contact:Person {key: row.contact})
WITH row, employee, contact
WHERE employee IS NOT NULL AND contact IS NOT NULL
CREATE (employee)-[edge:TIE]->(contact)
SET
  edge.trust = row.trust,
  edge.target_trust = row.target_trust,
  edge.last_contact = row.last_contact,
  edge.purposes = row.purposes,
  edge.valid_from = row.valid_from,
  edge.valid_to = row.valid_to,
  edge.certainty = row.certainty,
  edge.source = row.source
RETURN count(*) AS written_count
