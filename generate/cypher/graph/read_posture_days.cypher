// read_posture_days: The postures of an account that were kept for days, a list for each column.
// params: $account, $from_day, $to_day
// returns: {{ posture_columns | join(", ") }}
MATCH (kept:PostureDay)
WHERE
  kept.account = $account AND
  kept.day >= coalesce($from_day, '') AND
  ($to_day IS NULL OR kept.day <= $to_day)
WITH kept
ORDER BY kept.account, kept.day
WITH collect(kept) AS postures
RETURN
{{ properties_listed("postures", posture_columns) }}
