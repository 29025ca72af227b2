// write_interactions: Creates interactions with edges to what is there.
// params: $rows
// returns: written_count
UNWIND $rows AS row
OPTIONAL MATCH (company:Company {key: row.company})
OPTIONAL MATCH (opportunity:Opportunity {key: row.opportunity})
WITH
  row,
  COLLECT {
    UNWIND row.participants AS key
    MATCH (at:Person {key: key})
    RETURN at
  } AS participants,
  company,
  opportunity
WHERE
  size(participants) = size(row.participants) AND
  (row.company IS NULL OR company IS NOT NULL) AND
  (row.opportunity IS NULL OR opportunity IS NOT NULL)
CREATE (node:Interaction {key: row.key})
SET node.kind = row.kind, node.on = row.on, node.subject = row.subject
FOREACH (at IN participants |
  CREATE (node)<-[:PARTICIPATES]-(at)
)
FOREACH (at IN [x IN [company] WHERE x IS NOT NULL] |
  CREATE (node)-[:HELD_AT]->(at)
)
FOREACH (at IN [x IN [opportunity] WHERE x IS NOT NULL] |
  CREATE (node)-[:ABOUT]->(at)
)
RETURN count(*) AS written_count
