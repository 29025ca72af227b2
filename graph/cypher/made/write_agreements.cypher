// write_agreements: Creates agreements with edges to what is there.
// params: $rows
// returns: written_count
UNWIND $rows AS row
OPTIONAL MATCH (company:Company {key: row.company})
WITH row, company
WHERE company IS NOT NULL
CREATE (node:Agreement {key: row.key})
SET
  node.kind = row.kind,
  node.name = row.name,
  node.valid_from = row.valid_from,
  node.valid_to = row.valid_to
CREATE (node)-[:AGREEMENT_WITH]->(company)
RETURN count(*) AS written_count
