// find_keys_at_opportunities: The keys of the nodes that an edge of the type leads from to one of the opportunities.
// params: $keys, $type
// returns: found
MATCH (target:Opportunity)
WHERE target.key IN $keys
MATCH (node)-[edge:ABOUT]->(target)
WHERE type(edge) = $type
WITH DISTINCT node.key AS key
ORDER BY key
RETURN collect(key) AS found
