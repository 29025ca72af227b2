// create_finding_cause_rank: Finds causes by rank, one behind the other.
// params: nothing
// returns: nothing
CREATE INDEX finding_cause_rank IF NOT EXISTS
FOR (finding:Finding)
ON (finding.cause_rank)
