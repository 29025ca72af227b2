// write_task: Ends the holder's lease on an account, if it holds one, with a posture; nobody else changes it meanwhile.
// params: $account, $holder, $revision, $day, $policy
// returns: ended_count
MATCH (task:PostureTask {account: $account})
SET task.write_count = coalesce(task.write_count, 0) + 1
WITH task
WHERE task.holder = $holder
REMOVE task.holder, task.until
SET task.revision = $revision, task.day = $day, task.policy = $policy
RETURN count(task) AS ended_count
