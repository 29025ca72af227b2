// count_stale_accounts: How many accounts have a posture that is stale or none, and how many have none.
// params: $day, $policy
// returns: stale_count, missing_count
MATCH (root:Company)
WHERE root.account = root.key
MATCH (counted:AccountRevision {account: root.key})
OPTIONAL MATCH (posture:Posture {account: root.key})
WITH counted, posture
WHERE
  posture IS NULL OR
  posture.revision <> counted.revision OR
  posture.day <> $day OR
  posture.policy <> $policy
RETURN count(*) AS stale_count, count(*) - count(posture) AS missing_count
