// read_account_influences: The influences of the people of an account, on people of any.
// params: $account, $others
// returns: {{ columns(kind) }}
{% set person = "source" %}
{% include "parts/people_of_account.cypher" %}
MATCH (source)-[edge:INFLUENCES]->(target:Person)
{{ edges_returned(kind) }}
