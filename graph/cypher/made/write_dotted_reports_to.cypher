// write_dotted_reports_to: Creates edges between nodes that are there.
// params: $rows
// returns: written_count
UNWIND $rows AS row
OPTIONAL MATCH (person:Person {key: row.person})
OPTIONAL MATCH (manager:Person {key: row.manager})
WITH row, person, manager
WHERE person IS NOT NULL AND manager IS NOT NULL
CREATE (person)-[edge:DOTTED_REPORTS_TO]->(manager)
SET
  edge.valid_from = row.valid_from,
  edge.valid_to = row.valid_to,
  edge.certainty = row.certainty,
  edge.source = row.source
RETURN count(*) AS written_count
