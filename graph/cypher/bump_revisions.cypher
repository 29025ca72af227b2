// bump_revisions: Counts one more revision of each of the accounts that is one.
// params: $accounts
// returns: account, revision
MATCH (root:Company)
WHERE root.key IN $accounts AND root.account = root.key
MERGE (counted:AccountRevision {account: root.key})
SET counted.revision = coalesce(counted.revision, 0) + 1
WITH counted
ORDER BY counted.account
WITH collect(counted) AS all_counted
RETURN
  [x IN all_counted | x.account] AS account,
  [x IN all_counted | x.revision] AS revision
