// create_exposure_any_account: Finds the exposures of an employee, of whatever account.
// params: nothing
// returns: nothing
CREATE INDEX exposure_any_account IF NOT EXISTS
FOR (held:EmployeeExposure)
ON (held.employee)
