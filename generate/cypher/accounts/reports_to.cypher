// read_account_reports_to: The reporting lines of the people of an account.
// params: $account, $others
// returns: {{ columns(kind) }}
{% set person = "source" %}
{% include "parts/people_of_account.cypher" %}
MATCH (source)-[edge:REPORTS_TO|DOTTED_REPORTS_TO]->(target:Person)
{{ edges_returned(kind) }}
