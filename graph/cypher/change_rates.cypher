// change_rates: Gives rates that are there the number that their rows say.
// params: $rows
// returns: written_count
UNWIND $rows AS row
MATCH (rate:Rate {key: row[0] + ' ' + row[1]})
SET rate.rate = row[2]
RETURN count(*) AS written_count
