// change_rates: Gives rates that are there all that their rows say, the edges too.
// params: $rows
// returns: written_count
UNWIND $rows AS row
MATCH (node:Rate {key: row.key})
SET node.currency = row.currency, node.on = row.on, node.rate = row.rate
RETURN count(*) AS written_count
