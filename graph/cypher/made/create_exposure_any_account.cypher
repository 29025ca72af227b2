// create_exposure_any_account: Finds each EmployeeExposure by employee.
// params: nothing
// returns: nothing
CREATE INDEX exposure_any_account IF NOT EXISTS
FOR (node:EmployeeExposure)
ON (node.employee)
