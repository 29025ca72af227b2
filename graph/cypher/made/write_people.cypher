// write_people: Creates people with edges to what is there.
// params: $rows
// returns: written_count
UNWIND $rows AS row
OPTIONAL MATCH (company:Company {key: row.company})
OPTIONAL MATCH (department:Department {key: row.department})
WITH row, company, department
WHERE company IS NOT NULL AND (row.department IS NULL OR department IS NOT NULL)
CREATE (node:Person {key: row.key})
SET
  node.name = row.name,
  node.email = row.email,
  node.phone = row.phone,
  node.title = row.title,
  node.level = row.level,
  node.status = row.status,
  node.status_since = row.status_since,
  node.tags = row.tags,
  node.search_text = row.search_text
CREATE (node)-[:EMPLOYED_BY]->(company)
FOREACH (at IN [x IN [department] WHERE x IS NOT NULL] |
  CREATE (node)-[:WORKS_IN]->(at)
)
RETURN count(*) AS written_count
