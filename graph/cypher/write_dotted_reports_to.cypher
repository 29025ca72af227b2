// write_dotted_reports_to: Creates dotted reporting lines between nodes that are there.
// params: $rows
// returns: written_count
UNWIND $rows AS row
MATCH (person:Person {key: row[0]})
OPTIONAL MATCH (manager:Person {key: row[1]})
WITH row, person, manager
WHERE manager IS NOT NULL
CREATE
  (person)-
    [:DOTTED_REPORTS_TO {
        valid_from: row[3],
        valid_to: row[4],
        certainty: row[5],
        source: row[6]
      }]->
  (manager)
RETURN count(*) AS written_count
