// delete_interaction: Takes out an interaction and every edge at it.
// params: $key
// returns: deleted_count
MATCH (interaction:Interaction {key: $key})
DETACH DELETE interaction
RETURN count(*) AS deleted_count
