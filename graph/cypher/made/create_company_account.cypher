// create_company_account: Finds each Company by account.
// params: nothing
// returns: nothing
CREATE INDEX company_account IF NOT EXISTS
FOR (node:Company)
ON (node.account)
