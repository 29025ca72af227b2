// create_finding_cause_money_rank: Finds each Finding by cause_money_rank.
// params: nothing
// returns: nothing
CREATE INDEX finding_cause_money_rank IF NOT EXISTS
FOR (node:Finding)
ON (node.cause_money_rank)
