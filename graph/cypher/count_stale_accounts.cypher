// count_stale_accounts: How many accounts have a posture that is stale or none, and how many have none.
// params: $day, $policy
// returns: stale_count, missing_count
MATCH (counted:AccountRevision)
WHERE
  (counted.posture_revision IS NULL OR
    counted.posture_revision <> counted.revision OR
    counted.posture_day <> $day OR
    counted.posture_policy <> $policy)
MATCH (root:Company {key: counted.account})
WHERE root.account = root.key
RETURN
  count(*) AS stale_count,
  count(*) - count(counted.posture_revision) AS missing_count
