// create_exposure_employee: One EmployeeExposure for account, employee, and the index that finds it.
// params: nothing
// returns: nothing
CREATE CONSTRAINT exposure_employee IF NOT EXISTS
FOR (node:EmployeeExposure)
REQUIRE (node.account, node.employee) IS UNIQUE
