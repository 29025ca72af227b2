// write_findings: Keeps findings with an account's posture; one that was there keeps the moment since when.
// params: $account, $computed_at, $rows
// returns: nothing
MATCH (posture:Posture {account: $account})
UNWIND $rows AS row
MERGE (finding:Finding {account: $account, id: row.id})
  ON CREATE SET finding.since = $computed_at
SET finding += row
MERGE (finding)-[:FINDING_OF]->(posture)
