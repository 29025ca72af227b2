// read_account_decision_roles: The decision roles in the opportunities of an account.
// params: $account
// returns: {{ columns(kind) }}
MATCH (:Company {account: $account})<-[:OPPORTUNITY_AT]-(target:Opportunity)
MATCH (source:Person)-[edge:DECISION_ROLE]->(target)
{{ edges_returned(kind) }}
