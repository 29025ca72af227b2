// create_finding_any_id: Finds findings by their id, of whatever account.
// params: nothing
// returns: nothing
CREATE INDEX finding_any_id IF NOT EXISTS
FOR (finding:Finding)
ON (finding.id)
