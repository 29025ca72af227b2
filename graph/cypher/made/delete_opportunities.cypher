// delete_opportunities: Takes out one of the opportunities and every edge at it.
// params: $key
// returns: deleted_count
MATCH (node:Opportunity {key: $key})
DETACH DELETE node
RETURN count(*) AS deleted_count
