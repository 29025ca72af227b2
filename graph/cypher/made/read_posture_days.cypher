// read_posture_days: The postures of an account that were kept for days, a list for each column.
// params: $account, $from_day, $to_day
// returns: account, revision, day, policy, policy_version, computed_at, severity, share, low_count, moderate_count, high_count, critical_count, low_cause_count, moderate_cause_count, high_cause_count, critical_cause_count, value_at_risk, currency, amount_currencies, amount_values, key_index, general_index, organizational_index, effective_holders, bus_factor, rates_on
MATCH (kept:PostureDay)
WHERE
  kept.account = $account AND
  kept.day >= coalesce($from_day, '') AND
  ($to_day IS NULL OR kept.day <= $to_day)
WITH kept
ORDER BY kept.account, kept.day
WITH collect(kept) AS postures
RETURN
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
