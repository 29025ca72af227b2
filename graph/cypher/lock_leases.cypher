// lock_leases: Lets nobody else change the leases of the accounts until the transaction ends.
// params: $accounts
// returns: nothing
MATCH (lease:PostureLease)
WHERE lease.account IN $accounts
SET lease.write_count = coalesce(lease.write_count, 0) + 1
