// create_finding_cause: Finds each Finding by cause.
// params: nothing
// returns: nothing
CREATE INDEX finding_cause IF NOT EXISTS
FOR (node:Finding)
ON (node.cause)
