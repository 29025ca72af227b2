// read_account_conflicts: The conflicts of the people of an account, with people of any.
// params: $account, $others
// returns: {{ columns(kind) }}
{% set person = "source" %}
{% include "parts/people_of_account.cypher" %}
MATCH (source)-[edge:CONFLICTS_WITH]->(target:Person)
{{ edges_returned(kind) }}
