// write_interactions: Creates the interactions that are not there yet and returns what those that are say.
// params: $rows
// returns: found_count, existing
UNWIND range(0, size($rows) - 1) AS i
WITH i, $rows[i] AS row
OPTIONAL MATCH (old:Interaction {key: row[0]})
OPTIONAL MATCH (company:Company {key: row[4]})
OPTIONAL MATCH (opportunity:Opportunity {key: row[5]})
WITH
  i,
  row,
  old,
  company,
  opportunity,
  COLLECT {
    UNWIND row[3] AS participant
    MATCH (person:Person {key: participant})
    RETURN person
    ORDER
    BY
    person.key
  } AS people
WHERE
  old IS NOT NULL OR
  (size(people) = size(row[3]) AND
    (row[4] IS NULL OR company IS NOT NULL) AND
    (row[5] IS NULL OR opportunity IS NOT NULL))
FOREACH (_ IN
CASE
  WHEN old IS NULL THEN [1]
  ELSE []
END |
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
)
WITH i, old
ORDER BY i
RETURN
  count(*) AS found_count,
  collect(
    CASE
      WHEN
        old IS NOT NULL
        THEN
          [
            i,
            old.key,
            old.kind,
            old.on,
            [(old)<-[:PARTICIPATES]-(who) | who.key ],
            [(old)-[:HELD_AT]->(at) | at.key ][0],
            [(old)-[:ABOUT]->(at) | at.key ][0],
            old.subject
          ]
    END) AS existing
