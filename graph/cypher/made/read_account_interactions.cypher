// read_account_interactions: The interactions with contacts of an account, at its companies or about its opportunities.
// params: $account, $other_contacts
// returns: key, kind, on, participants, company, opportunity, subject
CALL () {
  MATCH (:Company {account: $account})<-[:EMPLOYED_BY]-(contact:Person)
  MATCH (contact)-[:PARTICIPATES]->(node:Interaction)
  RETURN node
    UNION
  MATCH (contact:Person)
  WHERE contact.key IN $other_contacts
  MATCH (contact)-[:PARTICIPATES]->(node:Interaction)
  RETURN node
    UNION
  MATCH (:Company {account: $account})<-[:HELD_AT]-(node:Interaction)
  RETURN node
    UNION
  MATCH
    (:Company {account: $account})<-[:OPPORTUNITY_AT]-
    (:Opportunity)<-[:ABOUT]-
    (node:Interaction)
  RETURN node
}
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
