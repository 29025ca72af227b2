// find_claimable_accounts_of: Those of the accounts whose posture is stale or missing and which nobody has leased.
// params: $day, $policy, $accounts
// returns: account
MATCH (counted:AccountRevision)
WHERE
  counted.account IN $accounts AND
  (counted.posture_revision IS NULL OR
    counted.posture_revision <> counted.revision OR
    counted.posture_day <> $day OR
    counted.posture_policy <> $policy)
MATCH (root:Company {key: counted.account})
WHERE root.account = root.key
OPTIONAL MATCH (lease:PostureLease {account: counted.account})
WITH counted, lease
WHERE lease.until IS NULL OR lease.until <= datetime.realtime()
WITH counted.account AS account
ORDER BY account
RETURN collect(account) AS account
