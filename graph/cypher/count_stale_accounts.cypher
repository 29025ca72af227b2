// count_stale_accounts: How many accounts have a posture that is stale or none, and how many have none.
// params: $day, $policy
// returns: stale_count, missing_count
MATCH (counted:AccountRevision)
OPTIONAL MATCH (task:PostureTask {account: counted.account})
WITH counted, task
WHERE
  (task.revision IS NULL OR
    task.revision <> counted.revision OR
    task.day <> $day OR
    task.policy <> $policy)
MATCH (root:Company {key: counted.account})
WHERE root.account = root.key
RETURN count(*) AS stale_count, count(*) - count(task.revision) AS missing_count
