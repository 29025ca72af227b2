// find_keys_of_participants: The interactions in which one of the people took part.
// params: $keys
// returns: found
MATCH (person:Person)
WHERE person.key IN $keys
MATCH (person)-[:PARTICIPATES]->(interaction:Interaction)
WITH DISTINCT interaction.key AS key
ORDER BY key
RETURN collect(key) AS found
