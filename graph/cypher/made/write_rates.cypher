// write_rates: Creates rates with edges to what is there.
// params: $rows
// returns: written_count
UNWIND $rows AS row
CREATE (node:Rate {key: row.key})
SET node.currency = row.currency, node.on = row.on, node.rate = row.rate
RETURN count(*) AS written_count
