// place_companies: Keeps the accounts that companies are found to be in; null for none.
// params: $rows
// returns: nothing
UNWIND $rows AS row
MATCH (company:Company {key: row.key})
SET company.account = row.account
