// write_exposures: Keeps what our people hold with an account's posture.
// params: $account, $rows
// returns: nothing
MATCH (posture:Posture {account: $account})
UNWIND $rows AS row
MERGE (held:EmployeeExposure {account: $account, employee: row.employee})
SET held += row
MERGE (held)-[:EXPOSURE_OF]->(posture)
