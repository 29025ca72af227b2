// delete_postures: Takes out the current postures of accounts and all that was kept with them, but not their days.
// params: $accounts
// returns: nothing
MATCH (posture:Posture)
WHERE posture.account IN $accounts
OPTIONAL MATCH (part)-[:FINDING_OF|EXPOSURE_OF|RANK_OF]->(posture)
DETACH DELETE part, posture
