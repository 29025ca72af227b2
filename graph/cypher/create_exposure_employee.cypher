// create_exposure_employee: One exposure of an employee in an account.
// params: nothing
// returns: nothing
CREATE CONSTRAINT exposure_employee IF NOT EXISTS
FOR (held:EmployeeExposure)
REQUIRE (held.account, held.employee) IS UNIQUE
