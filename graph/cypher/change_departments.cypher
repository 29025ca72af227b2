// change_departments: Gives departments that are there all that their rows say, company and parent too.
// params: $rows
// returns: written_count
UNWIND $rows AS row
MATCH (department:Department {key: row[0]})
OPTIONAL MATCH (company:Company {key: row[1]})
OPTIONAL MATCH (parent:Department {key: row[3]})
WITH row, department, company, parent
WHERE company IS NOT NULL AND (row[3] IS NULL OR parent IS NOT NULL)
SET
  department.name = row[2],
  department.line = row[4],
  department.search_text = row[5]
FOREACH (old IN [(department)-[gone:DEPARTMENT_OF|SUBDEPARTMENT_OF]->() | gone ] |
  DELETE old
)
CREATE (department)-[:DEPARTMENT_OF]->(company)
FOREACH (at IN
CASE
  WHEN parent IS NULL THEN []
  ELSE [parent]
END |
  CREATE (department)-[:SUBDEPARTMENT_OF]->(at)
)
RETURN count(*) AS written_count
