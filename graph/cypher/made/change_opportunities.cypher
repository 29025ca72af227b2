// change_opportunities: Gives opportunities that are there all that their rows say, the edges too.
// params: $rows
// returns: written_count
UNWIND $rows AS row
MATCH (node:Opportunity {key: row.key})
OPTIONAL MATCH (company:Company {key: row.company})
WITH row, node, company
WHERE company IS NOT NULL
SET
  node.name = row.name,
  node.value = row.value,
  node.currency = row.currency,
  node.sale_stage = row.sale_stage,
  node.decision_date = row.decision_date,
  node.status = row.status,
  node.search_text = row.search_text
FOREACH (old IN [(node)-[e:OPPORTUNITY_AT]->() | e ] |
  DELETE old
)
CREATE (node)-[:OPPORTUNITY_AT]->(company)
RETURN count(*) AS written_count
