// find_keys_at_departments: The keys of the nodes that an edge of the type leads from to one of the departments.
// params: $keys, $type
// returns: found
MATCH (target:Department)
WHERE target.key IN $keys
MATCH (node)-[edge:SUBDEPARTMENT_OF|WORKS_IN]->(target)
WHERE type(edge) = $type AND (type(edge) <> 'WORKS_IN' OR edge.company IS NULL)
WITH DISTINCT node.key AS key
ORDER BY key
RETURN collect(key) AS found
