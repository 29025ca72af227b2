// read_account_works_in: The employments of the people of an account.
// params: $account, $others
// returns: {{ columns(kind) }}
{% set person = "source" %}
{% include "parts/people_of_account.cypher" %}
MATCH (source)-[edge:WORKS_IN]->(target)
WHERE edge.company IS NOT NULL
{{ edges_returned(kind) }}
