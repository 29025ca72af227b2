// find_stale_accounts: The accounts whose posture is stale, or missing, the first by key.
// params: $day, $policy, $only_missing, $first
// returns: account
MATCH (root:Company)
WHERE root.account = root.key
MATCH (counted:AccountRevision {account: root.key})
OPTIONAL MATCH (posture:Posture {account: root.key})
WITH root, counted, posture
WHERE
  posture IS NULL OR
  (NOT $only_missing AND
    (posture.revision <> counted.revision OR
      posture.day <> $day OR
      posture.policy <> $policy))
WITH root.key AS account
ORDER BY account
LIMIT $first
RETURN collect(account) AS account
