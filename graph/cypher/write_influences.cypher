// write_influences: Creates influences between nodes that are there.
// params: $rows
// returns: written_count
UNWIND $rows AS row
MATCH (influencer:Person {key: row[0]})
OPTIONAL MATCH (influenced:Person {key: row[1]})
WITH row, influencer, influenced
WHERE influenced IS NOT NULL
CREATE
  (influencer)-
    [:INFLUENCES {
        weight: row[2],
        valid_from: row[3],
        valid_to: row[4],
        certainty: row[5],
        source: row[6]
      }]->
  (influenced)
RETURN count(*) AS written_count
