// write_agreements: Creates agreements with companies that are there.
// params: $rows
// returns: written_count
UNWIND $rows AS row
MATCH (company:Company {key: row[1]})
CREATE
  (agreement:Agreement
    {
      key: row[0],
      kind: row[2],
      name: row[3],
      valid_from: row[4],
      valid_to: row[5]
    })-
    [:AGREEMENT_WITH]->
  (company)
RETURN count(*) AS written_count
