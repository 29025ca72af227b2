// create_revision_account: One AccountRevision for account, and the index that finds it.
// params: nothing
// returns: nothing
CREATE CONSTRAINT revision_account IF NOT EXISTS
FOR (node:AccountRevision)
REQUIRE (node.account) IS UNIQUE
