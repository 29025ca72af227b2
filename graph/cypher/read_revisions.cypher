// read_revisions: The revision of every account.
// params: nothing
// returns: account, revision
MATCH (counted:AccountRevision)
MATCH (root:Company {key: counted.account})
WHERE root.account = root.key
WITH counted
ORDER BY counted.account
WITH collect(counted) AS all_counted
RETURN
  [x IN all_counted | x.account] AS account,
  [x IN all_counted | x.revision] AS revision
