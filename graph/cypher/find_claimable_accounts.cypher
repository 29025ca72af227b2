// find_claimable_accounts: The accounts whose posture is stale or missing and which nobody has leased, the first by key behind one.
// params: $day, $policy, $after, $first
// returns: account
MATCH (counted:AccountRevision)
USING INDEX counted:AccountRevision(account)
WHERE counted.account > $after
WITH counted
ORDER BY counted.account
OPTIONAL MATCH (task:PostureTask {account: counted.account})
WITH counted, task
WHERE
  (task.revision IS NULL OR
    task.revision <> counted.revision OR
    task.day <> $day OR
    task.policy <> $policy) AND
  (task.until IS NULL OR task.until <= datetime.realtime())
MATCH (root:Company {key: counted.account})
WHERE root.account = root.key
WITH counted
ORDER BY counted.account
LIMIT $first
RETURN collect(counted.account) AS account
