// find_lost_accounts: The accounts with a posture or a lease that are accounts no more.
// params: nothing
// returns: account
MATCH (lease:PostureLease)
WHERE
  NOT EXISTS {
    MATCH (root:Company {key: lease.account})
    WHERE root.account = root.key
  } AND
  (lease.holder IS NOT NULL OR
    EXISTS {
      MATCH (posture:Posture {account: lease.account})
    })
WITH lease.account AS account
ORDER BY account
RETURN collect(account) AS account
