// read_account_ties: The ties to contacts of an account, and to colleagues who had ties of their own.
// params: $account, $others
// returns: {{ columns(kind) }}
{% set person = "target" %}
{% include "parts/people_of_account.cypher" %}
MATCH (source:Person)-[edge:TIE]->(target)
{{ edges_returned(kind) }}
