// delete_rates: Takes out one of the rates and every edge at it.
// params: $key
// returns: deleted_count
MATCH (node:Rate {key: $key})
DETACH DELETE node
RETURN count(*) AS deleted_count
