// delete_agreements: Takes out one of the agreements and every edge at it.
// params: $key
// returns: deleted_count
MATCH (node:Agreement {key: $key})
DETACH DELETE node
RETURN count(*) AS deleted_count
