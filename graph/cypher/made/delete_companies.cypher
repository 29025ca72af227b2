// delete_companies: Takes out one of the companies and every edge at it.
// params: $key
// returns: deleted_count
MATCH (node:Company {key: $key})
DETACH DELETE node
RETURN count(*) AS deleted_count
