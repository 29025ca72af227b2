// find_rates: The rates with one of the keys, a list for each column.
// params: $keys
// returns: currency, on, rate
MATCH (node:Rate)
WHERE node.key IN $keys
WITH node
ORDER BY node.key
WITH collect(node) AS nodes
RETURN
  [x IN nodes | x.currency] AS currency,
  [x IN nodes | x.on] AS on,
  [x IN nodes | x.rate] AS rate
