// find_postures: A page of the accounts in one of their orders, a list for each column.
// params: $order, $after, $first, $day, $policy, $grade, $industry, $region, $employee, $kinds, $severities, $min_value_at_risk, $currency, $words
// returns: name, grade, industry, region, is_stale, rank, account, revision, day, policy, policy_version, computed_at, severity, share, low_count, moderate_count, high_count, critical_count, low_cause_count, moderate_cause_count, high_cause_count, critical_cause_count, value_at_risk, currency, amount_currencies, amount_values, key_index, general_index, organizational_index, effective_holders, bus_factor, rates_on
MATCH (place:PostureRank)
USING INDEX place:PostureRank(ordered_by, rank)
WHERE place.ordered_by = $order AND place.rank > $after
MATCH (place)-[:RANK_OF]->(posture:Posture)
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
  company.account = company.key AND
  ($employee IS NULL OR
    EXISTS {
      MATCH
        (held:EmployeeExposure {account: posture.account, employee: $employee})
    })
WITH place, posture, company, counted.revision AS revision
ORDER BY place.ordered_by, place.rank
LIMIT $first
WITH
  collect(place) AS places,
  collect(posture) AS postures,
  collect(company) AS companies,
  collect(
    posture.revision <> revision OR
    posture.day <> $day OR
    posture.policy <> $policy) AS is_stale
RETURN
  [x IN companies | x.name] AS name,
  [x IN companies | x.grade] AS grade,
  [x IN companies | x.industry] AS industry,
  [x IN companies | x.region] AS region,
  is_stale AS is_stale,
  [x IN places | x.rank] AS rank,
  [x IN postures | x.account] AS account,
  [x IN postures | x.revision] AS revision,
  [x IN postures | x.day] AS day,
  [x IN postures | x.policy] AS policy,
  [x IN postures | x.policy_version] AS policy_version,
  [x IN postures | x.computed_at] AS computed_at,
  [x IN postures | x.severity] AS severity,
  [x IN postures | x.share] AS share,
  [x IN postures | x.low_count] AS low_count,
  [x IN postures | x.moderate_count] AS moderate_count,
  [x IN postures | x.high_count] AS high_count,
  [x IN postures | x.critical_count] AS critical_count,
  [x IN postures | x.low_cause_count] AS low_cause_count,
  [x IN postures | x.moderate_cause_count] AS moderate_cause_count,
  [x IN postures | x.high_cause_count] AS high_cause_count,
  [x IN postures | x.critical_cause_count] AS critical_cause_count,
  [x IN postures | x.value_at_risk] AS value_at_risk,
  [x IN postures | x.currency] AS currency,
  [x IN postures | x.amount_currencies] AS amount_currencies,
  [x IN postures | x.amount_values] AS amount_values,
  [x IN postures | x.key_index] AS key_index,
  [x IN postures | x.general_index] AS general_index,
  [x IN postures | x.organizational_index] AS organizational_index,
  [x IN postures | x.effective_holders] AS effective_holders,
  [x IN postures | x.bus_factor] AS bus_factor,
  [x IN postures | x.rates_on] AS rates_on
