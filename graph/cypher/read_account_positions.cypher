// read_account_positions: The positions on the companies and opportunities of an account.
// params: $account
// returns: person, opportunity, company, stated_on, power, stance, coach, leans_to, certainty, source
CALL () {
  MATCH (own:Company {account: $account})<-[position:POSITION]-(:Person)
  RETURN position
    UNION ALL
  MATCH
    (:Company {account: $account})<-[:OPPORTUNITY_AT]-
    (:Opportunity)<-[position:POSITION]-
    (:Person)
  RETURN position
}
WITH position, endNode(position) AS subject, startNode(position).key AS person
WITH
  position,
  person,
  CASE
    WHEN subject:Opportunity THEN subject.key
    ELSE ''
  END AS opportunity,
  CASE
    WHEN subject:Company THEN subject.key
    ELSE ''
  END AS company
ORDER BY person, opportunity, company, position.stated_on
WITH
  collect(position) AS positions,
  collect(person) AS person,
  collect(opportunity) AS opportunity,
  collect(company) AS company
RETURN
  person AS person,
  [x IN opportunity | CASE
      WHEN x <> '' THEN x
    END] AS opportunity,
  [x IN company | CASE
      WHEN x <> '' THEN x
    END] AS company,
  [x IN positions | x.stated_on] AS stated_on,
  [x IN positions | x.power] AS power,
  [x IN positions | x.stance] AS stance,
  [x IN positions | x.coach] AS coach,
  [x IN positions | x.leans_to] AS leans_to,
  [x IN positions | x.certainty] AS certainty,
  [x IN positions | x.source] AS source
