// drop_finding_cause_rank: The order of findings by cause_rank is kept in other properties.
// params: nothing
// returns: nothing
DROP INDEX finding_cause_rank IF EXISTS
