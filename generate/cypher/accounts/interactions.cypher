// read_account_interactions: The interactions with contacts of an account, at its companies or about its opportunities.
// params: $account, $other_contacts
// returns: {{ columns(kind) }}
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
{{ nodes_returned(kind) }}
