// place_leases: The same as lock_leases, with an empty lease for every account that had none.
// params: $accounts
// returns: nothing
UNWIND $accounts AS account
MERGE (lease:PostureLease {account: account})
SET lease.write_count = coalesce(lease.write_count, 0) + 1
