// find_causes_at: A page of the causes of the findings of ids, causes, an account, a company or an employee in an order, a list for each column.
// params: $ids, $causes, $account, $company, $employee, $order, $first_worth, $second_worth, $place, $first, $without_ids, $without_accounts, $kinds, $severities, $grade, $industry, $region, $is_account_wide_only
// returns: id, worth, money_worth, account, subject, stage
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
    WHEN 'SEVERITY' THEN finding.cause_worth
    ELSE finding.cause_money_worth
  END AS first_worth,
  CASE $order
    WHEN 'SEVERITY' THEN finding.cause_money_worth
    ELSE finding.cause_worth
  END AS second_worth
WHERE
  CASE
    WHEN first_worth <> $first_worth THEN first_worth > $first_worth
    WHEN second_worth <> $second_worth THEN second_worth > $second_worth
    ELSE finding.cause_place > $place
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
WITH DISTINCT
  first_worth,
  second_worth,
  finding.cause_place AS place,
  finding.cause AS cause,
  finding.cause_worth AS worth,
  finding.cause_money_worth AS money_worth,
  finding.account AS account,
  finding.subject AS subject,
  finding.stage AS stage
ORDER BY first_worth, second_worth, place
LIMIT $first
RETURN
  collect(cause) AS id,
  collect(worth) AS worth,
  collect(money_worth) AS money_worth,
  collect(account) AS account,
  collect(subject) AS subject,
  collect(stage) AS stage
