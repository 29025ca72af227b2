// delete_interactions: Takes out one of the interactions and every edge at it.
// params: $key
// returns: deleted_count
MATCH (node:Interaction {key: $key})
DETACH DELETE node
RETURN count(*) AS deleted_count
