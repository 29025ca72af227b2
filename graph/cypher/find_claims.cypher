// find_claims: Those of the accounts whose posture is stale or missing and which nobody has leased, with their revisions.
// params: $day, $policy, $accounts
// returns: account, revision
MATCH (counted:AccountRevision)
WHERE counted.account IN $accounts
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
WITH collect(counted) AS found
RETURN
  [x IN found | x.account] AS account,
  [x IN found | x.revision] AS revision
