// create_finding_money_rank: Finds each Finding by money_rank.
// params: nothing
// returns: nothing
CREATE INDEX finding_money_rank IF NOT EXISTS
FOR (node:Finding)
ON (node.money_rank)
