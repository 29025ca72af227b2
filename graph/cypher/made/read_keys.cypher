// read_keys: The keys of all nodes of a label.
// params: $label
// returns: found
MATCH (node:Company|Department|Person|Opportunity|Interaction|Agreement|Rate)
WHERE $label IN labels(node)
WITH node.key AS key
ORDER BY key
RETURN collect(key) AS found
