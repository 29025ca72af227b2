// change_people: Gives people who are there all that their rows say, company and department too.
// params: $rows
// returns: written_count
UNWIND $rows AS row
MATCH (person:Person {key: row[0]})
OPTIONAL MATCH (company:Company {key: row[3]})
OPTIONAL MATCH (department:Department {key: row[4]})
WITH row, person, company, department
WHERE company IS NOT NULL AND (row[4] IS NULL OR department IS NOT NULL)
SET
  person.name = row[1],
  person.email = row[2],
  person.title = row[5],
  person.level = row[6],
  person.status = row[7],
  person.status_since = row[8],
  person.tags = row[9],
  person.search_text = row[10]
FOREACH (old IN [
  (person)-[gone:EMPLOYED_BY|WORKS_IN]->()
  WHERE gone.company IS NULL
  | gone
] |
  DELETE old
)
CREATE (person)-[:EMPLOYED_BY]->(company)
FOREACH (at IN
CASE
  WHEN department IS NULL THEN []
  ELSE [department]
END |
  CREATE (person)-[:WORKS_IN]->(at)
)
RETURN count(*) AS written_count
