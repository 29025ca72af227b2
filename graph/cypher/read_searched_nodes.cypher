// read_searched_nodes: What the companies, departments and opportunities are searched in, a list for each column.
// params: nothing
// returns: id, key, name
MATCH (node:Company|Department|Opportunity)
WITH node
ORDER BY labels(node)[0], node.key
WITH collect(node) AS found
RETURN
  [x IN found | elementId(x)] AS id,
  [x IN found | x.key] AS key,
  [x IN found | x.name] AS name
