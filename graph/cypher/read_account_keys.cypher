// read_account_keys: The keys of all accounts.
// params: nothing
// returns: found
MATCH (company:Company)
WHERE company.account = company.key
WITH company.key AS key
ORDER BY key
RETURN collect(key) AS found
