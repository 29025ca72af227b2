// change_companies: Gives companies that are there all that their rows say, the parent too.
// params: $rows
// returns: written_count
UNWIND $rows AS row
MATCH (company:Company {key: row[0]})
OPTIONAL MATCH (parent:Company {key: row[3]})
WITH row, company, parent
WHERE row[3] IS NULL OR parent IS NOT NULL
SET
  company.name = row[1],
  company.side = row[2],
  company.grade = row[4],
  company.industry = row[5],
  company.region = row[6],
  company.annual_value = row[7],
  company.potential_value = row[8],
  company.currency = row[9],
  company.strategic_fit = row[10],
  company.industry_influence = row[11],
  company.credit = row[12],
  company.supplier_position = row[13],
  company.search_text = row[14]
FOREACH (old IN [(company)-[gone:SUBSIDIARY_OF]->() | gone ] |
  DELETE old
)
FOREACH (at IN
CASE
  WHEN parent IS NULL THEN []
  ELSE [parent]
END |
  CREATE (company)-[:SUBSIDIARY_OF]->(at)
)
RETURN count(*) AS written_count
