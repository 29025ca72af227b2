// create_company_account: Finds the companies of an account.
// params: nothing
// returns: nothing
CREATE INDEX company_account IF NOT EXISTS
FOR (company:Company)
ON (company.account)
