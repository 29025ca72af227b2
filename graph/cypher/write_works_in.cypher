// write_works_in: Creates employments between nodes that are there.
// params: $rows
// returns: written_count
UNWIND $rows AS row
MATCH (person:Person {key: row[0]})
OPTIONAL MATCH (company:Company {key: row[1]})
OPTIONAL MATCH (department:Department {key: row[2]})
WITH row, person, company, department
WHERE company IS NOT NULL AND (row[2] IS NULL OR department IS NOT NULL)
WITH row, person, coalesce(department, company) AS place
CREATE
  (person)-
    [:WORKS_IN {
        company: row[1],
        title: row[3],
        level: row[4],
        valid_from: row[5],
        valid_to: row[6],
        certainty: row[7],
        source: row[8]
      }]->
  (place)
RETURN count(*) AS written_count
