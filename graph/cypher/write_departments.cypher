// write_departments: Creates departments at companies that are there, without their parents.
// params: $rows
// returns: written_count
UNWIND $rows AS row
MATCH (company:Company {key: row[1]})
CREATE
  (department:Department
    {key: row[0], name: row[2], line: row[4], search_text: row[5]})-
    [:DEPARTMENT_OF]->
  (company)
RETURN count(*) AS written_count
