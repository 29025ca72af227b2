// create_finding_money_worth: Finds each Finding by money_worth, worth, place.
// params: nothing
// returns: nothing
CREATE INDEX finding_money_worth IF NOT EXISTS
FOR (node:Finding)
ON (node.money_worth, node.worth, node.place)
