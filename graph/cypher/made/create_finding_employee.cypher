// create_finding_employee: Finds each Finding by employee.
// params: nothing
// returns: nothing
CREATE INDEX finding_employee IF NOT EXISTS
FOR (node:Finding)
ON (node.employee)
