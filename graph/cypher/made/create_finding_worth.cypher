// create_finding_worth: Finds each Finding by worth, money_worth, place.
// params: nothing
// returns: nothing
CREATE INDEX finding_worth IF NOT EXISTS
FOR (node:Finding)
ON (node.worth, node.money_worth, node.place)
