// write_posture: Puts the posture in the place of the account's, and keeps it for its day.
// params: $account, $day, $properties, $legend, $ranks
// returns: written_count
MATCH (company:Company {key: $account})
MERGE (posture:Posture {account: $account})
SET posture = $properties, posture.legend = $legend
MERGE (posture)-[:POSTURE_OF]->(company)
MERGE (kept:PostureDay {account: $account, day: $day})
SET kept = $properties
MERGE (kept)-[:DAY_OF]->(posture)
WITH posture
CALL (posture) {
  UNWIND $ranks AS row
  MERGE (place:PostureRank {ordered_by: row.ordered_by})-[:RANK_OF]->(posture)
  SET place.rank = row.rank
}
RETURN count(posture) AS written_count
