// await_indexes: Waits until every index can be used.
// params: nothing
// returns: nothing
CALL db.awaitIndexes(300)
