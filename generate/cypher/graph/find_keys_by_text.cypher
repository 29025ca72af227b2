// find_keys_by_text: The keys of the nodes of a label that have one of the values in a property.
// params: $label, $property, $values
// returns: found
MATCH (node:{{ labels | join("|") }})
WHERE $label IN labels(node) AND node[$property] IN $values
WITH node.key AS key
ORDER BY key
RETURN collect(key) AS found
