// find_lease_holders: Who holds each of the accounts that somebody holds.
// params: $accounts
// returns: account, holder
MATCH (lease:PostureLease)
WHERE lease.account IN $accounts AND lease.holder IS NOT NULL
WITH lease
ORDER BY lease.account
WITH collect(lease) AS found
RETURN [x IN found | x.account] AS account, [x IN found | x.holder] AS holder
