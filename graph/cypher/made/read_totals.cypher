// read_totals: Counts and amounts of the accounts, a row for each grade and severity.
// params: $day, $policy, $grade, $industry, $region, $employee, $kinds, $severities, $min_value_at_risk, $currency, $words
// returns: grade, severity, account_count, stale_count, low_count, moderate_count, high_count, critical_count, low_cause_count, moderate_cause_count, high_cause_count, critical_cause_count, amount_currencies, amount_values
CALL () {
  MATCH (posture:Posture)
  WHERE $employee IS NULL
  RETURN posture
    UNION ALL
  MATCH (held:EmployeeExposure)
  WHERE held.employee = $employee
  MATCH (held)-[:EXPOSURE_OF]->(posture:Posture)
  RETURN posture
}
MATCH (company:Company {key: posture.account})
MATCH (counted:AccountRevision {account: company.key})
WHERE
  ($grade IS NULL OR company.grade = $grade) AND
  ($industry IS NULL OR company.industry = $industry) AND
  ($region IS NULL OR company.region = $region) AND
  all(word IN $words WHERE company.search_text CONTAINS word) AND
  ($currency IS NULL OR posture.currency = $currency) AND
  ($min_value_at_risk IS NULL OR posture.value_at_risk >= $min_value_at_risk) AND
  ((size($kinds) = 0 AND size($severities) = 0) OR
    EXISTS {
      MATCH (posture)<-[:FINDING_OF]-(finding:Finding)
      WHERE
        finding.is_account_wide AND
        (size($kinds) = 0 OR finding.kind IN $kinds) AND
        (size($severities) = 0 OR finding.severity IN $severities)
    }) AND
  company.account = company.key
WITH
  company.grade AS grade,
  posture.severity AS severity,
  posture,
  CASE
    WHEN
      posture.revision <> counted.revision OR
      posture.day <> $day OR
      posture.policy <> $policy
      THEN 1
    ELSE 0
  END AS stale_count
WITH
  grade,
  severity,
  count(*) AS account_count,
  sum(stale_count) AS stale_count,
  sum(posture.low_count) AS low_count,
  sum(posture.moderate_count) AS moderate_count,
  sum(posture.high_count) AS high_count,
  sum(posture.critical_count) AS critical_count,
  sum(posture.low_cause_count) AS low_cause_count,
  sum(posture.moderate_cause_count) AS moderate_cause_count,
  sum(posture.high_cause_count) AS high_cause_count,
  sum(posture.critical_cause_count) AS critical_cause_count,
  collect(posture.amount_currencies) AS amount_currencies,
  collect(posture.amount_values) AS amount_values
ORDER BY coalesce(grade, ''), coalesce(severity, '')
RETURN
  grade AS grade,
  severity AS severity,
  account_count AS account_count,
  stale_count AS stale_count,
  low_count AS low_count,
  moderate_count AS moderate_count,
  high_count AS high_count,
  critical_count AS critical_count,
  low_cause_count AS low_cause_count,
  moderate_cause_count AS moderate_cause_count,
  high_cause_count AS high_cause_count,
  critical_cause_count AS critical_cause_count,
  amount_currencies AS amount_currencies,
  amount_values AS amount_values
