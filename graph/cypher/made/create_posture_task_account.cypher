// create_posture_task_account: One PostureTask for account, and the index that finds it.
// params: nothing
// returns: nothing
CREATE CONSTRAINT posture_task_account IF NOT EXISTS
FOR (node:PostureTask)
REQUIRE (node.account) IS UNIQUE
