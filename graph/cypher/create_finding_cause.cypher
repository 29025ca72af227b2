// create_finding_cause: Finds the findings of a cause.
// params: nothing
// returns: nothing
CREATE INDEX finding_cause IF NOT EXISTS
FOR (finding:Finding)
ON (finding.cause)
