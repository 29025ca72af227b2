// delete_postures: Takes out the current postures of accounts and all that was kept with them, but not their days.
// params: $accounts
// returns: nothing
MATCH (counted:AccountRevision)
WHERE counted.account IN $accounts
REMOVE counted.posture_revision, counted.posture_day, counted.posture_policy
WITH counted
MATCH (posture:Posture {account: counted.account})
OPTIONAL MATCH (part)-[:FINDING_OF|EXPOSURE_OF|RANK_OF]->(posture)
DETACH DELETE part, posture
