// change_people: Gives people that are there all that their rows say, the edges too.
// params: $rows
// returns: written_count
UNWIND $rows AS row
MATCH (node:Person {key: row.key})
OPTIONAL MATCH (company:Company {key: row.company})
OPTIONAL MATCH (department:Department {key: row.department})
WITH row, node, company, department
WHERE company IS NOT NULL AND (row.department IS NULL OR department IS NOT NULL)
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
FOREACH (old IN [(node)-[e:EMPLOYED_BY]->() | e ] |
  DELETE old
)
FOREACH (old IN [(node)-[e:WORKS_IN]->() WHERE e.company IS NULL | e ] |
  DELETE old
)
CREATE (node)-[:EMPLOYED_BY]->(company)
FOREACH (at IN [x IN [department] WHERE x IS NOT NULL] |
  CREATE (node)-[:WORKS_IN]->(at)
)
RETURN count(*) AS written_count
