// read_employee_totals: What our people, or one of them, hold over the accounts together, a list for each column.
// params: $grade, $industry, $region, $employee, $kinds, $severities, $min_value_at_risk, $currency, $words
// returns: employee, account_count, live_tie_count, single_held_count, exposure, severity_place, amount_currencies, amount_values
{% include "parts/postures_of_employee.cypher" %}
MATCH (company:Company {key: posture.account})
{% include "parts/accounts_wanted.cypher" %}
  company.account = company.key
WITH DISTINCT posture
MATCH (posture)<-[:EXPOSURE_OF]-(held:EmployeeExposure)
WHERE $employee IS NULL OR held.employee = $employee
WITH
  held.employee AS employee,
  count(*) AS account_count,
  sum(held.live_tie_count) AS live_tie_count,
  sum(held.single_held_count) AS single_held_count,
  max(held.exposure) AS exposure,
  max(
    CASE held.severity
      WHEN 'LOW' THEN 0
      WHEN 'MODERATE' THEN 1
      WHEN 'HIGH' THEN 2
      WHEN 'CRITICAL' THEN 3
      ELSE -1
    END) AS severity_place,
  collect(held.amount_currencies) AS amount_currencies,
  collect(held.amount_values) AS amount_values
ORDER BY employee
RETURN
  collect(employee) AS employee,
  collect(account_count) AS account_count,
  collect(live_tie_count) AS live_tie_count,
  collect(single_held_count) AS single_held_count,
  collect(exposure) AS exposure,
  collect(severity_place) AS severity_place,
  collect(amount_currencies) AS amount_currencies,
  collect(amount_values) AS amount_values
