// delete_people: Takes out one of the people and every edge at it.
// params: $key
// returns: deleted_count
MATCH (node:Person {key: $key})
DETACH DELETE node
RETURN count(*) AS deleted_count
