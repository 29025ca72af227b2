// write_companies: Creates the companies that are not there yet and returns what those that are say.
// params: $rows
// returns: found_count, existing
UNWIND range(0, size($rows) - 1) AS i
WITH i, $rows[i] AS row
OPTIONAL MATCH (old:Company {key: row[0]})
FOREACH (_ IN
CASE
  WHEN old IS NULL THEN [1]
  ELSE []
END |
  CREATE
    (company:Company
      {
        key: row[0],
        name: row[1],
        side: row[2],
        grade: row[4],
        industry: row[5],
        region: row[6],
        annual_value: row[7],
        potential_value: row[8],
        currency: row[9],
        strategic_fit: row[10],
        industry_influence: row[11],
        credit: row[12],
        supplier_position: row[13]
      })
)
WITH i, old
ORDER BY i
RETURN
  count(*) AS found_count,
  collect(
    CASE
      WHEN
        old IS NOT NULL
        THEN
          [
            i,
            old.key,
            old.name,
            old.side,
            [(old)-[:SUBSIDIARY_OF]->(at) | at.key ][0],
            old.grade,
            old.industry,
            old.region,
            old.annual_value,
            old.potential_value,
            old.currency,
            old.strategic_fit,
            old.industry_influence,
            old.credit,
            old.supplier_position
          ]
    END) AS existing
