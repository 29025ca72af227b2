// find_findings_by_money: A page of all findings by the money at stake, a list for each column.
// params: $worth, $money_worth, $place, $first, $without_ids, $without_accounts, $kinds, $severities, $grade, $industry, $region, $is_account_wide_only
// returns: id, account, company, is_account_wide, kind, severity, employee, opportunity, subject, stage, worth, money_worth, cause, cause_worth, cause_money_worth, content, legend, since
MATCH (finding:Finding)
USING INDEX finding:Finding(money_worth, worth, place)
WHERE
  finding.money_worth >= $money_worth AND
  finding.worth IS NOT NULL AND
  finding.place IS NOT NULL AND
  CASE
    WHEN finding.money_worth > $money_worth THEN true
    WHEN finding.worth <> $worth THEN finding.worth > $worth
    ELSE finding.place > $place
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
WITH finding
ORDER BY finding.money_worth, finding.worth, finding.place
LIMIT $first
MATCH (posture:Posture {account: finding.account})
WITH finding, posture
ORDER BY finding.money_worth, finding.worth, finding.place
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
