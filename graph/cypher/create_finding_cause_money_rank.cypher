// create_finding_cause_money_rank: Finds causes by the money at stake, one behind the other.
// params: nothing
// returns: nothing
CREATE INDEX finding_cause_money_rank IF NOT EXISTS
FOR (finding:Finding)
ON (finding.cause_money_rank)
