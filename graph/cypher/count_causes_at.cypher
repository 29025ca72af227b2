// count_causes_at: How many causes the findings of ids, causes, an account, a company or an employee have.
// params: $ids, $causes, $account, $company, $employee, $without_ids, $without_accounts, $kinds, $severities, $grade, $industry, $region, $is_account_wide_only
// returns: cause_count
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

WITH finding
WHERE
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
RETURN count(DISTINCT finding.cause) AS cause_count
