// create_finding_employee: Finds the findings that hang on one of ours.
// params: nothing
// returns: nothing
CREATE INDEX finding_employee IF NOT EXISTS
FOR (finding:Finding)
ON (finding.employee)
