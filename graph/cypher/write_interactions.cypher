// write_interactions: Creates interactions of people, at companies and about opportunities that are there.
// params: $rows
// returns: written_count
UNWIND $rows AS row
OPTIONAL MATCH (company:Company {key: row[4]})
OPTIONAL MATCH (opportunity:Opportunity {key: row[5]})
WITH
  row,
  company,
  opportunity,
  COLLECT {
    UNWIND row[3] AS participant
    MATCH (person:Person {key: participant})
    RETURN person
  } AS people
WHERE
  size(people) = size(row[3]) AND
  (row[4] IS NULL OR company IS NOT NULL) AND
  (row[5] IS NULL OR opportunity IS NOT NULL)
CREATE
  (interaction:Interaction
    {key: row[0], kind: row[1], on: row[2], subject: row[6]})
FOREACH (person IN people |
  CREATE (person)-[:PARTICIPATES]->(interaction)
)
FOREACH (place IN
CASE
  WHEN company IS NULL THEN []
  ELSE [company]
END |
  CREATE (interaction)-[:HELD_AT]->(place)
)
FOREACH (deal IN
CASE
  WHEN opportunity IS NULL THEN []
  ELSE [opportunity]
END |
  CREATE (interaction)-[:ABOUT]->(deal)
)
RETURN count(*) AS written_count
