// find_claimable_accounts: The accounts whose posture is stale or missing and which nobody has leased, the first by key.
// params: $day, $policy, $accounts, $first
// returns: account
CALL () {
  MATCH (root:Company)
  WHERE $accounts IS NULL AND root.account = root.key
  RETURN root
    UNION ALL
  MATCH (root:Company)
  WHERE root.key IN $accounts AND root.account = root.key
  RETURN root
}

MATCH (counted:AccountRevision {account: root.key})
OPTIONAL MATCH (posture:Posture {account: root.key})
WITH root, counted, posture
WHERE
  posture IS NULL OR
  posture.revision <> counted.revision OR
  posture.day <> $day OR
  posture.policy <> $policy
OPTIONAL MATCH (lease:PostureLease {account: root.key})
WITH root, lease
WHERE lease.until IS NULL OR lease.until <= datetime.realtime()
WITH root.key AS account
ORDER BY account
LIMIT $first
RETURN collect(account) AS account
