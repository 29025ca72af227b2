// find_findings_at: A page of the findings of ids, causes, an account, a company or an employee in an order, a list for each column.
// params: $ids, $causes, $account, $company, $employee, $order, $first_worth, $second_worth, $place, $first, $without_ids, $without_accounts, $kinds, $severities, $grade, $industry, $region, $is_account_wide_only
// returns: id, account, company, is_account_wide, kind, severity, employee, opportunity, subject, stage, worth, money_worth, cause, cause_worth, cause_money_worth, content, legend, since
CALL () {
  MATCH (finding:Finding)
  WHERE finding.id IN $ids
  RETURN finding
    UNION ALL
  MATCH (finding:Finding)
  WHERE finding.cause IN $causes AND $ids IS NULL
  RETURN finding
    UNION ALL
  MATCH (:Posture {account: $account})<-[:FINDING_OF]-(finding:Finding)
  WHERE $ids IS NULL AND $causes IS NULL
  RETURN finding
    UNION ALL
  MATCH (finding:Finding)
  WHERE
    finding.company = $company AND
    $ids IS NULL AND
    $causes IS NULL AND
    $account IS NULL
  RETURN finding
    UNION ALL
  MATCH (finding:Finding)
  WHERE
    finding.employee = $employee AND
    $ids IS NULL AND
    $causes IS NULL AND
    $account IS NULL AND
    $company IS NULL
  RETURN finding
}

WITH
  finding,
  CASE $order
    WHEN 'SEVERITY' THEN finding.worth
    ELSE finding.money_worth
  END AS first_worth,
  CASE $order
    WHEN 'SEVERITY' THEN finding.money_worth
    ELSE finding.worth
  END AS second_worth
WHERE
  CASE
    WHEN first_worth <> $first_worth THEN first_worth > $first_worth
    WHEN second_worth <> $second_worth THEN second_worth > $second_worth
    ELSE finding.place > $place
  END AND
  ($ids IS NULL OR finding.id IN $ids) AND
  ($causes IS NULL OR finding.cause IN $causes) AND
  ($account IS NULL OR finding.account = $account) AND
  ($company IS NULL OR finding.company = $company) AND
  ($employee IS NULL OR finding.employee = $employee) AND
  (finding.is_account_wide OR NOT $is_account_wide_only) AND
  (size($kinds) = 0 OR finding.kind IN $kinds) AND
  (size($severities) = 0 OR finding.severity IN $severities) AND
  (size($without_accounts) = 0 OR NOT finding.account IN $without_accounts) AND
  (size($without_ids) = 0 OR NOT finding.id IN $without_ids)
MATCH (company:Company {key: finding.account})
WHERE
  company.account = company.key AND
  ($grade IS NULL OR company.grade = $grade) AND
  ($industry IS NULL OR company.industry = $industry) AND
  ($region IS NULL OR company.region = $region)
WITH finding, first_worth, second_worth
ORDER BY first_worth, second_worth, finding.place
LIMIT $first
MATCH (posture:Posture {account: finding.account})
WITH finding, first_worth, second_worth, posture
ORDER BY first_worth, second_worth, finding.place
WITH collect({finding: finding, legend: posture.legend}) AS found
RETURN
  [x IN found | x.finding.id] AS id,
  [x IN found | x.finding.account] AS account,
  [x IN found | x.finding.company] AS company,
  [x IN found | x.finding.is_account_wide] AS is_account_wide,
  [x IN found | x.finding.kind] AS kind,
  [x IN found | x.finding.severity] AS severity,
  [x IN found | x.finding.employee] AS employee,
  [x IN found | x.finding.opportunity] AS opportunity,
  [x IN found | x.finding.subject] AS subject,
  [x IN found | x.finding.stage] AS stage,
  [x IN found | x.finding.worth] AS worth,
  [x IN found | x.finding.money_worth] AS money_worth,
  [x IN found | x.finding.cause] AS cause,
  [x IN found | x.finding.cause_worth] AS cause_worth,
  [x IN found | x.finding.cause_money_worth] AS cause_money_worth,
  [x IN found | x.finding.content] AS content,
  [x IN found | x.legend] AS legend,
  [x IN found | x.finding.since] AS since
