// write_companies: Creates companies with edges to what is there, but for what is above them.
// params: $rows
// returns: written_count
UNWIND $rows AS row
CREATE (node:Company {key: row.key})
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
RETURN count(*) AS written_count
