// count_causes: How many causes the findings have.
// params: $without_ids, $without_accounts, $kinds, $severities, $grade, $industry, $region, $is_account_wide_only
// returns: cause_count
MATCH (company:Company)
WHERE
  company.account = company.key AND
  ($grade IS NULL OR company.grade = $grade) AND
  ($industry IS NULL OR company.industry = $industry) AND
  ($region IS NULL OR company.region = $region) AND
  NOT company.key IN $without_accounts
MATCH (posture:Posture {account: company.key})
MATCH (posture)<-[:FINDING_OF]-(finding:Finding)
WHERE
  (finding.is_account_wide OR NOT $is_account_wide_only) AND
  (size($kinds) = 0 OR finding.kind IN $kinds) AND
  (size($severities) = 0 OR finding.severity IN $severities) AND
  (size($without_ids) = 0 OR NOT finding.id IN $without_ids)
RETURN count(DISTINCT finding.cause) AS cause_count
