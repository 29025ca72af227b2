// create_posture_lease_account: One lease for an account.
// params: nothing
// returns: nothing
CREATE CONSTRAINT posture_lease_account IF NOT EXISTS
FOR (lease:PostureLease)
REQUIRE lease.account IS UNIQUE
