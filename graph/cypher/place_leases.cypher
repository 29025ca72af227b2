// place_leases: Makes leases for the accounts, where there are none; nobody else changes them until the transaction ends.
// params: $accounts
// returns: nothing
UNWIND $accounts AS account
MERGE (lease:PostureLease {account: account})
SET lease.write_count = coalesce(lease.write_count, 0) + 1
