// delete_company: Takes out a company and every edge at it.
// params: $key
// returns: deleted_count
MATCH (company:Company {key: $key})
DETACH DELETE company
RETURN count(*) AS deleted_count
