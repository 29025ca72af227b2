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
WITH
  position,
  CASE
    WHEN endNode(position):Opportunity THEN endNode(position).key
    ELSE ''
  END AS opportunity,
  CASE
    WHEN endNode(position):Company THEN endNode(position).key
    ELSE ''
  END AS company
ORDER BY startNode(position).key, opportunity, company, position.stated_on
WITH collect(position) AS positions
RETURN
  [x IN positions | startNode(x).key] AS person,
  [x IN positions | CASE
      WHEN endNode(x):Opportunity THEN endNode(x).key
    END] AS opportunity,
  [x IN positions | CASE
      WHEN endNode(x):Company THEN endNode(x).key
    END] AS company,
  [x IN positions | x.stated_on] AS stated_on,
  [x IN positions | x.power] AS power,
  [x IN positions | x.stance] AS stance,
  [x IN positions | x.coach] AS coach,
  [x IN positions | x.leans_to] AS leans_to,
  [x IN positions | x.certainty] AS certainty,
  [x IN positions | x.source] AS source
