// drop_finding_cause_money_rank: The order of findings by cause_money_rank is kept in other properties.
// params: nothing
// returns: nothing
DROP INDEX finding_cause_money_rank IF EXISTS
