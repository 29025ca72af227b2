// write_leases: Leases those of the accounts that are stale and not leased; returns their revisions.
// params: $accounts, $holder, $lease_seconds, $day, $policy
// returns: account, revision
MATCH (lease:PostureLease)
WHERE
  lease.account IN $accounts AND
  (lease.until IS NULL OR lease.until <= datetime.realtime())
MATCH (root:Company {key: lease.account})
WHERE root.account = root.key
MATCH (counted:AccountRevision {account: lease.account})
WHERE
  (counted.posture_revision IS NULL OR
    counted.posture_revision <> counted.revision OR
    counted.posture_day <> $day OR
    counted.posture_policy <> $policy)
SET
  lease.holder = $holder,
  lease.until = datetime.realtime() + duration({seconds: $lease_seconds})
WITH lease.account AS account, counted.revision AS revision
ORDER BY account
RETURN collect(account) AS account, collect(revision) AS revision
