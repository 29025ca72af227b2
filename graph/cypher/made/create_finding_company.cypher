// create_finding_company: Finds each Finding by company.
// params: nothing
// returns: nothing
CREATE INDEX finding_company IF NOT EXISTS
FOR (node:Finding)
ON (node.company)
