// create_finding_company: Finds the findings of a company.
// params: nothing
// returns: nothing
CREATE INDEX finding_company IF NOT EXISTS
FOR (finding:Finding)
ON (finding.company)
