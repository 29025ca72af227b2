// find_known_contacts: For each person whom it has ties to; of ours, whom it met too, and accounts of those interactions.
// params: $keys
// returns: person, tied, met, accounts
MATCH (person:Person)
WHERE person.key IN $keys
CALL (person) {
  MATCH (person)-[:TIE]->(contact:Person)
  WITH DISTINCT contact.key AS key
  ORDER BY key
  RETURN collect(key) AS tied
}
WITH
  person,
  tied,
  EXISTS {
    (person)-[:EMPLOYED_BY]->(company:Company)
    WHERE company.side = 'SUPPLIER'
  } OR
  EXISTS {
    MATCH (person)-[period:WORKS_IN]->()
    MATCH (company:Company {key: period.company})
    WHERE company.side = 'SUPPLIER'
  } AS is_ours
CALL (person, is_ours) {
  WITH person, is_ours
  WHERE is_ours
  MATCH
    (person)-[:PARTICIPATES]->(:Interaction)<-[:PARTICIPATES]-(contact:Person)
  WITH DISTINCT contact.key AS key
  ORDER BY key
  RETURN collect(key) AS met
}
CALL (person, is_ours) {
  CALL (person, is_ours) {
    WITH person, is_ours
    WHERE is_ours
    MATCH (person)-[:PARTICIPATES]->(:Interaction)-[:HELD_AT]->(company:Company)
    WHERE company.account IS NOT NULL
    RETURN company.account AS account
      UNION
    WITH person, is_ours
    WHERE is_ours
    MATCH
      (person)-[:PARTICIPATES]->
      (:Interaction)-[:ABOUT]->
      (:Opportunity)-[:OPPORTUNITY_AT]->
      (company:Company)
    WHERE company.account IS NOT NULL
    RETURN company.account AS account
  }
  WITH account
  ORDER BY account
  RETURN collect(account) AS accounts
}
WITH person.key AS person, tied, met, accounts
WHERE tied <> [] OR met <> [] OR accounts <> []
ORDER BY person
RETURN
  collect(person) AS person,
  collect(tied) AS tied,
  collect(met) AS met,
  collect(accounts) AS accounts
