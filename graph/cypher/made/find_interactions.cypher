// find_interactions: The interactions with one of the keys, a list for each column.
// params: $keys
// returns: key, kind, on, participants, company, opportunity, subject
MATCH (node:Interaction)
WHERE node.key IN $keys
WITH node
ORDER BY node.key
WITH collect(node) AS nodes
RETURN
  [x IN nodes | x.key] AS key,
  [x IN nodes | x.kind] AS kind,
  [x IN nodes | x.on] AS on,
  [x IN nodes | [(x)<-[:PARTICIPATES]-(at) | at.key ]] AS participants,
  [x IN nodes | [(x)-[:HELD_AT]->(at) | at.key ][0]] AS company,
  [x IN nodes | [(x)-[:ABOUT]->(at) | at.key ][0]] AS opportunity,
  [x IN nodes | x.subject] AS subject
