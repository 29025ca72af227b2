// read_account_agreements: The agreements of an account.
// params: $account
// returns: {{ columns(kind) }}
MATCH (:Company {account: $account})<-[:AGREEMENT_WITH]-(node:Agreement)
{{ nodes_returned(kind) }}
