// write_conflicts_with: Creates edges between nodes that are there.
// params: $rows
// returns: written_count
UNWIND $rows AS row
OPTIONAL MATCH (person:Person {key: row.person})
OPTIONAL MATCH (other:Person {key: row.other})
WITH row, person, other
WHERE person IS NOT NULL AND other IS NOT NULL
CREATE (person)-[edge:CONFLICTS_WITH]->(other)
SET
  edge.weight = row.weight,
  edge.valid_from = row.valid_from,
  edge.valid_to = row.valid_to,
  edge.certainty = row.certainty,
  edge.source = row.source
RETURN count(*) AS written_count
