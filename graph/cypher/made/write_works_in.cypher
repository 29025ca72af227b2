// write_works_in: Creates edges between nodes that are there.
// params: $rows
// returns: written_count
UNWIND $rows AS row
OPTIONAL MATCH (person:Person {key: row.person})
OPTIONAL MATCH (company:Company {key: row.company})
OPTIONAL MATCH (department:Department {key: row.department})
WITH row, person, company, department
WHERE
  person IS NOT NULL AND
  company IS NOT NULL AND
  (row.department IS NULL OR department IS NOT NULL)
WITH row, person, coalesce(department, company) AS target
WHERE target IS NOT NULL
CREATE (person)-[edge:WORKS_IN]->(target)
SET
  edge.company = row.company,
  edge.title = row.title,
  edge.level = row.level,
  edge.valid_from = row.valid_from,
  edge.valid_to = row.valid_to,
  edge.certainty = row.certainty,
  edge.source = row.source
RETURN count(*) AS written_count
