// change_interactions: Gives interactions that are there all that their rows say, the participants too.
// params: $rows
// returns: written_count
UNWIND $rows AS row
MATCH (interaction:Interaction {key: row[0]})
OPTIONAL MATCH (company:Company {key: row[4]})
OPTIONAL MATCH (opportunity:Opportunity {key: row[5]})
WITH
  row,
  interaction,
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
SET
  interaction.kind = row[1],
  interaction.on = row[2],
  interaction.subject = row[6]
FOREACH (old IN [(interaction)-[gone:HELD_AT|ABOUT]->() | gone ] |
  DELETE old
)
FOREACH (old IN [(interaction)<-[gone:PARTICIPATES]-() | gone ] |
  DELETE old
)
FOREACH (person IN people |
  CREATE (person)-[:PARTICIPATES]->(interaction)
)
FOREACH (at IN
CASE
  WHEN company IS NULL THEN []
  ELSE [company]
END |
  CREATE (interaction)-[:HELD_AT]->(at)
)
FOREACH (at IN
CASE
  WHEN opportunity IS NULL THEN []
  ELSE [opportunity]
END |
  CREATE (interaction)-[:ABOUT]->(at)
)
RETURN count(*) AS written_count
