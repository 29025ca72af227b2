// change_agreements: Gives agreements that are there all that their rows say, the edges too.
// params: $rows
// returns: written_count
UNWIND $rows AS row
MATCH (node:Agreement {key: row.key})
OPTIONAL MATCH (company:Company {key: row.company})
WITH row, node, company
WHERE company IS NOT NULL
SET
  node.kind = row.kind,
  node.name = row.name,
  node.valid_from = row.valid_from,
  node.valid_to = row.valid_to
FOREACH (old IN [(node)-[e:AGREEMENT_WITH]->() | e ] |
  DELETE old
)
CREATE (node)-[:AGREEMENT_WITH]->(company)
RETURN count(*) AS written_count
