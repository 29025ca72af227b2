// read_account_interactions: The interactions with contacts of an account, at its companies or about its opportunities.
// params: $account, $other_contacts
// returns: key, kind, on, participants, company, opportunity, subject
CALL () {
  MATCH (:Company {account: $account})<-[:EMPLOYED_BY]-(contact:Person)
  MATCH (contact)-[:PARTICIPATES]->(interaction:Interaction)
  RETURN interaction
    UNION
  MATCH (contact:Person)
  WHERE contact.key IN $other_contacts
  MATCH (contact)-[:PARTICIPATES]->(interaction:Interaction)
  RETURN interaction
    UNION
  MATCH (:Company {account: $account})<-[:HELD_AT]-(interaction:Interaction)
  RETURN interaction
    UNION
  MATCH
    (:Company {account: $account})<-[:OPPORTUNITY_AT]-
    (:Opportunity)<-[:ABOUT]-
    (interaction:Interaction)
  RETURN interaction
}
WITH interaction
ORDER BY interaction.key
WITH collect(interaction) AS interactions
RETURN
  [x IN interactions | x.key] AS key,
  [x IN interactions | x.kind] AS kind,
  [x IN interactions | x.on] AS on,
  [x IN interactions | [(x)<-[:PARTICIPATES]-(who) | who.key ]] AS participants,
  [x IN interactions | [(x)-[:HELD_AT]->(at) | at.key ][0]] AS company,
  [x IN interactions | [(x)-[:ABOUT]->(at) | at.key ][0]] AS opportunity,
  [x IN interactions | x.subject] AS subject
