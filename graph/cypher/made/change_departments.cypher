// change_departments: Gives departments that are there all that their rows say, the edges too.
// params: $rows
// returns: written_count
UNWIND $rows AS row
MATCH (node:Department {key: row.key})
OPTIONAL MATCH (company:Company {key: row.company})
OPTIONAL MATCH (parent:Department {key: row.parent})
WITH row, node, company, parent
WHERE company IS NOT NULL AND (row.parent IS NULL OR parent IS NOT NULL)
SET
  node.name = row.name,
  node.line = row.line,
  node.search_text = row.search_text
FOREACH (old IN [(node)-[e:DEPARTMENT_OF]->() | e ] |
  DELETE old
)
FOREACH (old IN [(node)-[e:SUBDEPARTMENT_OF]->() | e ] |
  DELETE old
)
CREATE (node)-[:DEPARTMENT_OF]->(company)
FOREACH (at IN [x IN [parent] WHERE x IS NOT NULL] |
  CREATE (node)-[:SUBDEPARTMENT_OF]->(at)
)
RETURN count(*) AS written_count
