// place_companies: Finds the account of the companies and of all below them; returns those that are an account anew.
// params: $keys
// returns: roots
MATCH (altered:Company)
WHERE altered.key IN $keys
MATCH (company:Company)-[:SUBSIDIARY_OF*0..]->(altered)
WITH DISTINCT company
OPTIONAL MATCH
  (company)
  ((child:Company)-[:SUBSIDIARY_OF]->
    (parent:Company)
    WHERE
      child.side <> 'SUPPLIER' AND
      (child.side <> 'CUSTOMER' OR parent.side = 'CUSTOMER'))*
  (root:Company)
WHERE
  root.side = 'CUSTOMER' AND
  NOT EXISTS {
  (root)-[:SUBSIDIARY_OF]->(:Company {side: 'CUSTOMER'})
  }
WITH company, root.key AS account
WHERE coalesce(company.account, '') <> coalesce(account, '')
SET company.account = account
WITH company, account
ORDER BY company.key
RETURN collect(
    CASE
      WHEN account = company.key THEN account
    END) AS roots
