// write_companies: Creates companies, without their parents.
// params: $rows
// returns: written_count
UNWIND $rows AS row
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
      supplier_position: row[13],
      search_text: row[14]
    })
RETURN count(*) AS written_count
