// create_finding_rank: Finds each Finding by rank.
// params: nothing
// returns: nothing
CREATE INDEX finding_rank IF NOT EXISTS
FOR (node:Finding)
ON (node.rank)
