// delete_{{ kind.name }}: Takes out one of the {{ kind.name }} and every edge at it.
// params: $key
// returns: deleted_count
MATCH (node:{{ label }} {key: $key})
DETACH DELETE node
RETURN count(*) AS deleted_count
