// write_opportunities: Creates opportunities with edges to what is there.
// params: $rows
// returns: written_count
UNWIND $rows AS row
OPTIONAL MATCH (company:Company {key: row.company})
WITH row, company
WHERE company IS NOT NULL
CREATE (node:Opportunity {key: row.key})
SET
  node.name = row.name,
  node.value = row.value,
  node.currency = row.currency,
  node.sale_stage = row.sale_stage,
  node.decision_date = row.decision_date,
  node.status = row.status,
  node.search_text = row.search_text
CREATE (node)-[:OPPORTUNITY_AT]->(company)
RETURN count(*) AS written_count
