// delete_person: Takes out a person and every edge at it.
// params: $key
// returns: deleted_count
MATCH (person:Person {key: $key})
DETACH DELETE person
RETURN count(*) AS deleted_count
