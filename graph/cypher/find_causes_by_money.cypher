// find_causes_by_money: A page of the causes of all findings by the money at stake, a list for each column.
// params: $after, $first, $without_ids, $without_accounts, $kinds, $severities, $grade, $industry, $region, $is_account_wide_only
// returns: id, rank
MATCH (finding:Finding)
USING INDEX finding:Finding(cause_money_rank)
WHERE
  finding.cause_money_rank > $after AND
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
WITH DISTINCT finding.cause AS cause, finding.cause_money_rank AS rank
ORDER BY rank
LIMIT $first
RETURN collect(cause) AS id, collect(rank) AS rank
