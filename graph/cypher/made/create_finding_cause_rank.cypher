// create_finding_cause_rank: Finds each Finding by cause_rank.
// params: nothing
// returns: nothing
CREATE INDEX finding_cause_rank IF NOT EXISTS
FOR (node:Finding)
ON (node.cause_rank)
