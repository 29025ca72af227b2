// find_claimable_accounts: The accounts whose posture is stale or missing and which nobody has leased, the first by key.
// params: $day, $policy, $first
// returns: account
MATCH (counted:AccountRevision)
USING INDEX counted:AccountRevision(account)
WHERE
  counted.account > '' AND
  (counted.posture_revision IS NULL OR
    counted.posture_revision <> counted.revision OR
    counted.posture_day <> $day OR
    counted.posture_policy <> $policy)
WITH counted
ORDER BY counted.account
MATCH (root:Company {key: counted.account})
WHERE root.account = root.key
OPTIONAL MATCH (lease:PostureLease {account: counted.account})
WITH counted, lease
WHERE lease.until IS NULL OR lease.until <= datetime.realtime()
WITH counted
ORDER BY counted.account
LIMIT $first
RETURN collect(counted.account) AS account
