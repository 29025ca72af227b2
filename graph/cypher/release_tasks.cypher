// release_tasks: Ends the holder's leases on the accounts, those that it holds.
// params: $accounts, $holder
// returns: nothing
MATCH (task:PostureTask)
WHERE task.account IN $accounts
SET task.write_count = coalesce(task.write_count, 0) + 1
WITH task
WHERE task.holder = $holder
REMOVE task.holder, task.until
