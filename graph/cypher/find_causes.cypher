// find_causes: A page of the causes of all findings, the worst first, a list for each column.
// params: $worth, $money_worth, $place, $first, $without_ids, $without_accounts, $kinds, $severities, $grade, $industry, $region, $is_account_wide_only
// returns: id, worth, money_worth, account, subject, stage
MATCH (finding:Finding)
USING INDEX finding:Finding(cause_worth, cause_money_worth, cause_place)
WHERE
  finding.cause_worth >= $worth AND
  finding.cause_money_worth IS NOT NULL AND
  finding.cause_place IS NOT NULL AND
  CASE
    WHEN finding.cause_worth > $worth THEN true
    WHEN
      finding.cause_money_worth <> $money_worth
      THEN finding.cause_money_worth > $money_worth
    ELSE finding.cause_place > $place
  END AND
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
  finding.cause_worth AS worth,
  finding.cause_money_worth AS money_worth,
  finding.cause_place AS place,
  finding.cause AS cause,
  finding.account AS account,
  finding.subject AS subject,
  finding.stage AS stage
ORDER BY worth, money_worth, place
LIMIT $first
RETURN
  collect(cause) AS id,
  collect(worth) AS worth,
  collect(money_worth) AS money_worth,
  collect(account) AS account,
  collect(subject) AS subject,
  collect(stage) AS stage
