// create_employment_company: Finds each WORKS_IN by company.
// params: nothing
// returns: nothing
CREATE INDEX employment_company IF NOT EXISTS
FOR ()-[edge:WORKS_IN]-()
ON (edge.company)
