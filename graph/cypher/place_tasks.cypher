// place_tasks: Makes tasks for the accounts, where there are none; nobody else changes them until the transaction ends.
// params: $accounts
// returns: nothing
UNWIND $accounts AS account
MERGE (task:PostureTask {account: account})
SET task.write_count = coalesce(task.write_count, 0) + 1
