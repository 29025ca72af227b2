// write_positions: Creates positions between nodes that are there.
// params: $rows
// returns: written_count
UNWIND $rows AS row
MATCH (person:Person {key: row[0]})
OPTIONAL MATCH (opportunity:Opportunity {key: row[1]})
OPTIONAL MATCH (company:Company {key: row[2]})
OPTIONAL MATCH (competitor:Company {key: row[7]})
WITH row, person, coalesce(opportunity, company) AS subject, competitor
WHERE subject IS NOT NULL AND (row[7] IS NULL OR competitor IS NOT NULL)
CREATE
  (person)-
    [:POSITION {
        stated_on: row[3],
        power: row[4],
        stance: row[5],
        coach: row[6],
        leans_to: row[7],
        certainty: row[8],
        source: row[9]
      }]->
  (subject)
RETURN count(*) AS written_count
