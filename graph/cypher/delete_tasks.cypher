// delete_tasks: Takes what they say out of the tasks of accounts; waits until nothing is being written under their leases.
// params: $accounts
// returns: nothing
MATCH (task:PostureTask)
WHERE task.account IN $accounts
SET task.write_count = coalesce(task.write_count, 0) + 1
REMOVE task.holder, task.until, task.revision, task.day, task.policy
