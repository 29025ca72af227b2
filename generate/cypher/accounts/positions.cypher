// read_account_positions: The positions on the companies and opportunities of an account.
// params: $account
// returns: {{ columns(kind) }}
CALL () {
  MATCH (source:Person)-[edge:POSITION]->(target:Company {account: $account})
  RETURN source, edge, target
    UNION ALL
  MATCH (:Company {account: $account})<-[:OPPORTUNITY_AT]-(target:Opportunity)
  MATCH (source:Person)-[edge:POSITION]->(target)
  RETURN source, edge, target
}
{{ edges_returned(kind) }}
