// write_decision_role: Creates edges between nodes that are there.
// params: $rows
// returns: written_count
UNWIND $rows AS row
OPTIONAL MATCH (person:Person {key: row.person})
OPTIONAL MATCH (opportunity:Opportunity {key: row.opportunity})
WITH row, person, opportunity
WHERE person IS NOT NULL AND opportunity IS NOT NULL
CREATE (person)-[edge:DECISION_ROLE]->(opportunity)
SET
  edge.stage = row.stage,
  edge.part = row.part,
  edge.veto = row.veto,
  edge.valid_from = row.valid_from,
  edge.valid_to = row.valid_to,
  edge.certainty = row.certainty,
  edge.source = row.source
RETURN count(*) AS written_count
