// delete_rate: Takes out the rate of a currency and day.
// params: $key
// returns: deleted_count
MATCH (rate:Rate {key: $key})
DELETE rate
RETURN count(*) AS deleted_count
