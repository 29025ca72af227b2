// create_finding_cause_money_worth: Finds each Finding by cause_money_worth, cause_worth, cause_place.
// params: nothing
// returns: nothing
CREATE INDEX finding_cause_money_worth IF NOT EXISTS
FOR (node:Finding)
ON (node.cause_money_worth, node.cause_worth, node.cause_place)
