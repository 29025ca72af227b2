// create_posture_account: One current posture for an account.
// params: nothing
// returns: nothing
CREATE CONSTRAINT posture_account IF NOT EXISTS
FOR (posture:Posture)
REQUIRE posture.account IS UNIQUE
