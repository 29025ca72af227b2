// write_people: Creates people at companies and departments that are there.
// params: $rows
// returns: written_count
UNWIND $rows AS row
MATCH (company:Company {key: row[3]})
OPTIONAL MATCH (department:Department {key: row[4]})
WITH row, company, department
WHERE row[4] IS NULL OR department IS NOT NULL
CREATE
  (person:Person
    {
      key: row[0],
      name: row[1],
      email: row[2],
      title: row[5],
      level: row[6],
      status: row[7],
      status_since: row[8],
      tags: row[9],
      search_text: row[10]
    })-
    [:EMPLOYED_BY]->
  (company)
FOREACH (place IN
CASE
  WHEN department IS NULL THEN []
  ELSE [department]
END |
  CREATE (person)-[:WORKS_IN]->(place)
)
RETURN count(*) AS written_count
