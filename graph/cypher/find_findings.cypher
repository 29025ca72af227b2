// find_findings: A page of all findings by rank, a list for each column.
// params: $after, $first, $without_ids, $without_accounts, $kinds, $severities, $grade, $industry, $region, $is_account_wide_only
// returns: id, account, company, is_account_wide, kind, severity, employee, opportunity, rank, money_rank, cause, cause_rank, cause_money_rank, content, since
MATCH (finding:Finding)
USING INDEX finding:Finding(rank)
WHERE
  finding.rank > $after AND
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
ORDER BY finding.rank
LIMIT $first
WITH collect(finding) AS found
RETURN
  [x IN found | x.id] AS id,
  [x IN found | x.account] AS account,
  [x IN found | x.company] AS company,
  [x IN found | x.is_account_wide] AS is_account_wide,
  [x IN found | x.kind] AS kind,
  [x IN found | x.severity] AS severity,
  [x IN found | x.employee] AS employee,
  [x IN found | x.opportunity] AS opportunity,
  [x IN found | x.rank] AS rank,
  [x IN found | x.money_rank] AS money_rank,
  [x IN found | x.cause] AS cause,
  [x IN found | x.cause_rank] AS cause_rank,
  [x IN found | x.cause_money_rank] AS cause_money_rank,
  [x IN found | x.content] AS content,
  [x IN found | x.since] AS since
