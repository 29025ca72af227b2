// write_departments: Creates departments with edges to what is there, but for what is above them.
// params: $rows
// returns: written_count
UNWIND $rows AS row
OPTIONAL MATCH (company:Company {key: row.company})
WITH row, company
WHERE company IS NOT NULL
CREATE (node:Department {key: row.key})
SET
  node.name = row.name,
  node.line = row.line,
  node.search_text = row.search_text
CREATE (node)-[:DEPARTMENT_OF]->(company)
RETURN count(*) AS written_count
