// create_finding_money_rank: Finds findings by the money at stake, one behind the other.
// params: nothing
// returns: nothing
CREATE INDEX finding_money_rank IF NOT EXISTS
FOR (finding:Finding)
ON (finding.money_rank)
