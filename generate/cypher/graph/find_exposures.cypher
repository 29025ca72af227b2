// find_exposures: What those of our people hold in the accounts, a list for each column.
// params: $grade, $industry, $region, $employee, $employees, $kinds, $severities, $min_value_at_risk, $currency, $words
// returns: {{ exposure_columns | join(", ") }}
MATCH (held:EmployeeExposure)
WHERE
  held.employee IN $employees AND
  ($employee IS NULL OR held.employee = $employee)
MATCH (held)-[:EXPOSURE_OF]->(posture:Posture)
MATCH (company:Company {key: posture.account})
{% include "parts/accounts_wanted.cypher" %}
  company.account = company.key
WITH held
ORDER BY held.employee, held.account
WITH collect(held) AS found
RETURN
{{ properties_listed("found", exposure_columns) }}
