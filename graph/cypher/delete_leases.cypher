// delete_leases: Ends the leases of the accounts; waits until nothing is being written under them.
// params: $accounts
// returns: nothing
MATCH (lease:PostureLease)
WHERE lease.account IN $accounts
REMOVE lease.holder, lease.until
