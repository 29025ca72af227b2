// delete_held_lease: Ends the holder's lease on an account, if it holds one and the key is an account's; nobody else changes it meanwhile.
// params: $account, $holder
// returns: ended_count
MATCH (root:Company {key: $account})
WHERE root.account = root.key
MATCH (lease:PostureLease {account: root.key})
SET lease.write_count = coalesce(lease.write_count, 0) + 1
WITH lease
WHERE lease.holder = $holder
REMOVE lease.holder, lease.until
RETURN count(lease) AS ended_count
