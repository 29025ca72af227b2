// create_revision_account: One revision for an account.
// params: nothing
// returns: nothing
CREATE CONSTRAINT revision_account IF NOT EXISTS
FOR (revision:AccountRevision)
REQUIRE revision.account IS UNIQUE
