// write_decision_roles: Creates decision roles between nodes that are there.
// params: $rows
// returns: written_count
UNWIND $rows AS row
MATCH (person:Person {key: row[0]})
OPTIONAL MATCH (opportunity:Opportunity {key: row[1]})
WITH row, person, opportunity
WHERE opportunity IS NOT NULL
CREATE
  (person)-
    [:DECISION_ROLE {
        stage: row[2],
        part: row[3],
        veto: row[4],
        valid_from: row[5],
        valid_to: row[6],
        certainty: row[7],
        source: row[8]
      }]->
  (opportunity)
RETURN count(*) AS written_count
