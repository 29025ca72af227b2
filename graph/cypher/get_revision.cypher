// get_revision: The revision of an account; no row when the key is not an account's.
// params: $account
// returns: revision
MATCH (counted:AccountRevision {account: $account})
WHERE
  EXISTS {
    MATCH (root:Company {key: counted.account})
    WHERE root.account = root.key
  }
RETURN counted.revision AS revision
