// find_rates: The rates with one of the keys, a list for each column.
// params: $keys
// returns: currency, on, rate
MATCH (rate:Rate)
WHERE rate.key IN $keys
WITH rate
ORDER BY rate.key
WITH collect(rate) AS found
RETURN
  [x IN found | x.currency] AS currency,
  [x IN found | x.on] AS on,
  [x IN found | x.rate] AS rate
