// create_posture_account: One Posture for account, and the index that finds it.
// params: nothing
// returns: nothing
CREATE CONSTRAINT posture_account IF NOT EXISTS
FOR (node:Posture)
REQUIRE (node.account) IS UNIQUE
