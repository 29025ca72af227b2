// write_influences: Creates edges between nodes that are there.
// params: $rows
// returns: written_count
UNWIND $rows AS row
OPTIONAL MATCH (influencer:Person {key: row.influencer})
OPTIONAL MATCH (influenced:Person {key: row.influenced})
WITH row, influencer, influenced
WHERE influencer IS NOT NULL AND influenced IS NOT NULL
CREATE (influencer)-[edge:INFLUENCES]->(influenced)
SET
  edge.weight = row.weight,
  edge.valid_from = row.valid_from,
  edge.valid_to = row.valid_to,
  edge.certainty = row.certainty,
  edge.source = row.source
RETURN count(*) AS written_count
