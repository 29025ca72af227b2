// write_posture: Puts the posture in the place of the account's, and keeps it for its day.
// params: $account, $day, $properties, $ranks
// returns: nothing
MATCH (company:Company {key: $account})
MERGE (posture:Posture {account: $account})
SET posture = $properties
MERGE (posture)-[:POSTURE_OF]->(company)
MERGE (kept:PostureDay {account: $account, day: $day})
SET kept = $properties
MERGE (kept)-[:POSTURE_OF]->(company)
WITH posture
MATCH (counted:AccountRevision {account: $account})
SET
  counted.posture_revision = posture.revision,
  counted.posture_day = posture.day,
  counted.posture_policy = posture.policy
WITH posture
UNWIND $ranks AS row
MERGE (place:PostureRank {ordered_by: row[0]})-[:RANK_OF]->(posture)
SET place.rank = row[1]
