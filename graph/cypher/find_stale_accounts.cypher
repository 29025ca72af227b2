// find_stale_accounts: The accounts whose posture is stale, or missing, the first by key.
// params: $day, $policy, $only_missing, $first
// returns: account
MATCH (counted:AccountRevision)
USING INDEX counted:AccountRevision(account)
WHERE
  counted.account > '' AND
  (counted.posture_revision IS NULL OR
    (NOT $only_missing AND
      (counted.posture_revision <> counted.revision OR
        counted.posture_day <> $day OR
        counted.posture_policy <> $policy)))
WITH counted
ORDER BY counted.account
MATCH (root:Company {key: counted.account})
WHERE root.account = root.key
WITH counted
ORDER BY counted.account
LIMIT $first
RETURN collect(counted.account) AS account
