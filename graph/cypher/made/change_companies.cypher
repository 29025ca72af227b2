// change_companies: Gives companies that are there all that their rows say, the edges too.
// params: $rows
// returns: written_count
UNWIND $rows AS row
MATCH (node:Company {key: row.key})
OPTIONAL MATCH (parent:Company {key: row.parent})
WITH row, node, parent
WHERE row.parent IS NULL OR parent IS NOT NULL
SET
  node.name = row.name,
  node.side = row.side,
  node.grade = row.grade,
  node.industry = row.industry,
  node.region = row.region,
  node.annual_value = row.annual_value,
  node.potential_value = row.potential_value,
  node.currency = row.currency,
  node.strategic_fit = row.strategic_fit,
  node.industry_influence = row.industry_influence,
  node.credit = row.credit,
  node.supplier_position = row.supplier_position,
  node.search_text = row.search_text
FOREACH (old IN [(node)-[e:SUBSIDIARY_OF]->() | e ] |
  DELETE old
)
FOREACH (at IN [x IN [parent] WHERE x IS NOT NULL] |
  CREATE (node)-[:SUBSIDIARY_OF]->(at)
)
RETURN count(*) AS written_count
