// read_account_decision_roles: The decision roles in the opportunities of an account.
// params: $account
// returns: person, opportunity, stage, part, veto, valid_from, valid_to, certainty, source
MATCH
  (:Company {account: $account})<-[:OPPORTUNITY_AT]-(opportunity:Opportunity)
MATCH (opportunity)<-[role:DECISION_ROLE]-(person:Person)
WITH role, person.key AS person, opportunity.key AS opportunity
ORDER BY person, opportunity, role.stage, coalesce(role.valid_from, '')
WITH
  collect(role) AS roles,
  collect(person) AS person,
  collect(opportunity) AS opportunity
RETURN
  person AS person,
  opportunity AS opportunity,
  [x IN roles | x.stage] AS stage,
  [x IN roles | x.part] AS part,
  [x IN roles | x.veto] AS veto,
  [x IN roles | x.valid_from] AS valid_from,
  [x IN roles | x.valid_to] AS valid_to,
  [x IN roles | x.certainty] AS certainty,
  [x IN roles | x.source] AS source
