// create_finding_rank: Finds findings by rank, one behind the other.
// params: nothing
// returns: nothing
CREATE INDEX finding_rank IF NOT EXISTS
FOR (finding:Finding)
ON (finding.rank)
