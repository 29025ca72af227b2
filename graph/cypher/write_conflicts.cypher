// write_conflicts: Creates conflicts between nodes that are there.
// params: $rows
// returns: written_count
UNWIND $rows AS row
MATCH (person:Person {key: row[0]})
OPTIONAL MATCH (other:Person {key: row[1]})
WITH row, person, other
WHERE other IS NOT NULL
CREATE
  (person)-
    [:CONFLICTS_WITH {
        weight: row[2],
        valid_from: row[3],
        valid_to: row[4],
        certainty: row[5],
        source: row[6]
      }]->
  (other)
RETURN count(*) AS written_count
