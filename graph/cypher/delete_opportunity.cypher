// delete_opportunity: Takes out an opportunity and every edge at it.
// params: $key
// returns: deleted_count
MATCH (opportunity:Opportunity {key: $key})
DETACH DELETE opportunity
RETURN count(*) AS deleted_count
