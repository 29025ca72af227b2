// drop_finding_money_rank: The order of findings by money_rank is kept in other properties.
// params: nothing
// returns: nothing
DROP INDEX finding_money_rank IF EXISTS
