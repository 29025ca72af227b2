// find_company_accounts: The account of each of the companies that is in one.
// params: $keys
// returns: company, account
MATCH (company:Company)
WHERE company.key IN $keys AND company.account IS NOT NULL
WITH company
ORDER BY company.key
WITH collect(company) AS found
RETURN [x IN found | x.key] AS company, [x IN found | x.account] AS account
