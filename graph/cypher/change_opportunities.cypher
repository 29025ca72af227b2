// change_opportunities: Gives opportunities that are there all that their rows say, the company too.
// params: $rows
// returns: written_count
UNWIND $rows AS row
MATCH (opportunity:Opportunity {key: row[0]})
OPTIONAL MATCH (company:Company {key: row[1]})
WITH row, opportunity, company
WHERE company IS NOT NULL
SET
  opportunity.name = row[2],
  opportunity.value = row[3],
  opportunity.currency = row[4],
  opportunity.sale_stage = row[5],
  opportunity.decision_date = row[6],
  opportunity.status = row[7],
  opportunity.search_text = row[8]
FOREACH (old IN [(opportunity)-[gone:OPPORTUNITY_AT]->() | gone ] |
  DELETE old
)
CREATE (opportunity)-[:OPPORTUNITY_AT]->(company)
RETURN count(*) AS written_count
