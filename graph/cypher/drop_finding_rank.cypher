// drop_finding_rank: The order of findings by rank is kept in other properties.
// params: nothing
// returns: nothing
DROP INDEX finding_rank IF EXISTS
