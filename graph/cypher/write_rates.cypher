// write_rates: Creates rates, each under its currency and day.
// params: $rows
// returns: written_count
UNWIND $rows AS row
CREATE
  (rate:Rate
    {key: row[0] + ' ' + row[1], currency: row[0], on: row[1], rate: row[2]})
RETURN count(*) AS written_count
