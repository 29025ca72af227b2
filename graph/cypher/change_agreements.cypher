// change_agreements: Gives agreements that are there all that their rows say, the company too.
// params: $rows
// returns: written_count
UNWIND $rows AS row
MATCH (agreement:Agreement {key: row[0]})
OPTIONAL MATCH (company:Company {key: row[1]})
WITH row, agreement, company
WHERE company IS NOT NULL
SET
  agreement.kind = row[2],
  agreement.name = row[3],
  agreement.valid_from = row[4],
  agreement.valid_to = row[5]
FOREACH (old IN [(agreement)-[gone:AGREEMENT_WITH]->() | gone ] |
  DELETE old
)
CREATE (agreement)-[:AGREEMENT_WITH]->(company)
RETURN count(*) AS written_count
