// find_exposures: What those of our people hold in the accounts, a list for each column.
// params: $grade, $industry, $region, $employee, $employees, $kinds, $severities, $min_value_at_risk, $currency, $words
// returns: account, employee, live_tie_count, single_held_count, exposure, severity, amount_currencies, amount_values
MATCH (held:EmployeeExposure)
WHERE
  held.employee IN $employees AND
  ($employee IS NULL OR held.employee = $employee)
MATCH (held)-[:EXPOSURE_OF]->(posture:Posture)
MATCH (company:Company {key: posture.account})
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
WITH held
ORDER BY held.employee, held.account
WITH collect(held) AS found
RETURN
  [x IN found | x.account] AS account,
  [x IN found | x.employee] AS employee,
  [x IN found | x.live_tie_count] AS live_tie_count,
  [x IN found | x.single_held_count] AS single_held_count,
  [x IN found | x.exposure] AS exposure,
  [x IN found | x.severity] AS severity,
  [x IN found | x.amount_currencies] AS amount_currencies,
  [x IN found | x.amount_values] AS amount_values
