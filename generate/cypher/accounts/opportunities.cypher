// read_account_opportunities: The opportunities of an account.
// params: $account
// returns: {{ columns(kind) }}
MATCH (:Company {account: $account})<-[:OPPORTUNITY_AT]-(node:Opportunity)
{{ nodes_returned(kind) }}
