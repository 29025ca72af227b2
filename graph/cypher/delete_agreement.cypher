// delete_agreement: Takes out an agreement and every edge at it.
// params: $key
// returns: deleted_count
MATCH (agreement:Agreement {key: $key})
DETACH DELETE agreement
RETURN count(*) AS deleted_count
