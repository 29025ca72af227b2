// write_position: Creates edges between nodes that are there.
// params: $rows
// returns: written_count
UNWIND $rows AS row
OPTIONAL MATCH (person:Person {key: row.person})
OPTIONAL MATCH (opportunity:Opportunity {key: row.opportunity})
OPTIONAL MATCH (company:Company {key: row.company})
OPTIONAL MATCH (leans_to:Company {key: row.leans_to})
WITH row, person, opportunity, company, leans_to
WHERE
  person IS NOT NULL AND
  (row.opportunity IS NULL OR opportunity IS NOT NULL) AND
  (row.company IS NULL OR company IS NOT NULL) AND
  (row.leans_to IS NULL OR leans_to IS NOT NULL)
WITH row, person, coalesce(opportunity, company) AS target
WHERE target IS NOT NULL
CREATE (person)-[edge:POSITION]->(target)
SET
  edge.stated_on = row.stated_on,
  edge.power = row.power,
  edge.stance = row.stance,
  edge.coach = row.coach,
  edge.leans_to = row.leans_to,
  edge.certainty = row.certainty,
  edge.source = row.source
RETURN count(*) AS written_count
