// delete_held_leases: Ends the holder's leases on the accounts; nobody else changes them meanwhile.
// params: $accounts, $holder
// returns: nothing
MATCH (lease:PostureLease)
WHERE lease.account IN $accounts
SET lease.write_count = coalesce(lease.write_count, 0) + 1
WITH lease
WHERE lease.holder = $holder
REMOVE lease.holder, lease.until
