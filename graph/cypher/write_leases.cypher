// write_leases: Leases the accounts, from now on.
// params: $accounts, $holder, $lease_seconds
// returns: nothing
MATCH (task:PostureTask)
WHERE task.account IN $accounts
SET
  task.holder = $holder,
  task.until = datetime.realtime() + duration({seconds: $lease_seconds})
