// find_interactions: The interactions with one of the keys, a list for each column.
// params: $keys
// returns: key, kind, on, participants, company, opportunity, subject
MATCH (interaction:Interaction)
WHERE interaction.key IN $keys
WITH interaction
ORDER BY interaction.key
WITH collect(interaction) AS found
RETURN
  [x IN found | x.key] AS key,
  [x IN found | x.kind] AS kind,
  [x IN found | x.on] AS on,
  [x IN found | [(x)<-[:PARTICIPATES]-(who) | who.key ]] AS participants,
  [x IN found | [(x)-[:HELD_AT]->(at) | at.key ][0]] AS company,
  [x IN found | [(x)-[:ABOUT]->(at) | at.key ][0]] AS opportunity,
  [x IN found | x.subject] AS subject
