// find_edges_into_opportunities: The edges of the types that lead to one of the opportunities.
// params: $keys, $types
// returns: edges
MATCH (opportunity:Opportunity)
WHERE opportunity.key IN $keys
MATCH (source:Person)-[edge:DECISION_ROLE|POSITION]->(opportunity)
WHERE type(edge) IN $types
WITH source, edge, opportunity
ORDER BY opportunity.key, type(edge), source.key
RETURN
  collect([
    elementId(edge),
    type(edge),
    source.key,
    labels(opportunity)[0],
    opportunity.key,
    properties(edge)
  ]) AS edges
