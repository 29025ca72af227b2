// find_stale_accounts: The accounts whose posture is stale, or missing, the first by key.
// params: $day, $policy, $only_missing, $first
// returns: account
MATCH (counted:AccountRevision)
USING INDEX counted:AccountRevision(account)
WHERE counted.account > ''
WITH counted
ORDER BY counted.account
OPTIONAL MATCH (task:PostureTask {account: counted.account})
WITH counted, task
WHERE
  task.revision IS NULL OR
  (NOT $only_missing AND
    (task.revision <> counted.revision OR
      task.day <> $day OR
      task.policy <> $policy))
MATCH (root:Company {key: counted.account})
WHERE root.account = root.key
WITH counted
ORDER BY counted.account
LIMIT $first
RETURN collect(counted.account) AS account
