// create_employment_company: Finds the employments at a company.
// params: nothing
// returns: nothing
CREATE INDEX employment_company IF NOT EXISTS
FOR ()-[period:WORKS_IN]-()
ON (period.company)
