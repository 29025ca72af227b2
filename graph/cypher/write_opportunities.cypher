// write_opportunities: Creates opportunities at companies that are there.
// params: $rows
// returns: written_count
UNWIND $rows AS row
MATCH (company:Company {key: row[1]})
CREATE
  (opportunity:Opportunity
    {
      key: row[0],
      name: row[2],
      value: row[3],
      currency: row[4],
      sale_stage: row[5],
      decision_date: row[6],
      status: row[7],
      search_text: row[8]
    })-
    [:OPPORTUNITY_AT]->
  (company)
RETURN count(*) AS written_count
