// find_lost_accounts: The accounts with a posture or a lease that are accounts no more.
// params: nothing
// returns: account
MATCH (task:PostureTask)
WHERE
  (task.holder IS NOT NULL OR task.revision IS NOT NULL) AND
  NOT EXISTS {
    MATCH (root:Company {key: task.account})
    WHERE root.account = root.key
  }
WITH task.account AS account
ORDER BY account
RETURN collect(account) AS account
