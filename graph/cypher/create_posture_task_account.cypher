// create_posture_task_account: One task for an account.
// params: nothing
// returns: nothing
CREATE CONSTRAINT posture_task_account IF NOT EXISTS
FOR (task:PostureTask)
REQUIRE task.account IS UNIQUE
