// find_companies_below: The companies and all below them, with the companies above, which tell their accounts.
// params: $keys
// returns: key, side, account, parent, parent_side, parent_account
MATCH (altered:Company)
WHERE altered.key IN $keys
MATCH (company:Company)-[:SUBSIDIARY_OF*0..]->(altered)
WITH DISTINCT company
OPTIONAL MATCH (company)-[:SUBSIDIARY_OF]->(parent:Company)
WITH company, parent
ORDER BY company.key
WITH collect({company: company, parent: parent}) AS found
RETURN
  [x IN found | x.company.key] AS key,
  [x IN found | x.company.side] AS side,
  [x IN found | x.company.account] AS account,
  [x IN found | x.parent.key] AS parent,
  [x IN found | x.parent.side] AS parent_side,
  [x IN found | x.parent.account] AS parent_account
