// write_ties: Creates ties between nodes that are there.
// params: $rows
// returns: written_count
UNWIND $rows AS row
MATCH (employee:Person {key: row[0]})
OPTIONAL MATCH (contact:Person {key: row[1]})
WITH row, employee, contact
WHERE contact IS NOT NULL
CREATE
  (employee)-
    [:TIE {
        trust: row[2],
        target_trust: row[3],
        last_contact: row[4],
        purposes: row[5],
        valid_from: row[6],
        valid_to: row[7],
        certainty: row[8],
        source: row[9]
      }]->
  (contact)
RETURN count(*) AS written_count
