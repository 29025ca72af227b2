// delete_departments: Takes out one of the departments and every edge at it.
// params: $key
// returns: deleted_count
MATCH (node:Department {key: $key})
DETACH DELETE node
RETURN count(*) AS deleted_count
