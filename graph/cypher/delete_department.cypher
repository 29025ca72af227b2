// delete_department: Takes out a department and every edge at it.
// params: $key
// returns: deleted_count
MATCH (department:Department {key: $key})
DETACH DELETE department
RETURN count(*) AS deleted_count
