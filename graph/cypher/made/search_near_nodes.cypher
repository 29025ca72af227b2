// search_near_nodes: The nodes of a label that hold some of the pieces, those that hold most of them first.
// params: $label, $pieces, $first
// returns: rank, kind, key, name, detail
MATCH (node:Company|Department|Person|Opportunity)
WHERE $label IN labels(node)
WITH
  node,
  - size([piece IN $pieces WHERE node.search_text CONTAINS piece]) AS rank
WHERE rank < 0
WITH node, rank
ORDER BY rank, coalesce(node.name, ''), node.key
LIMIT $first
WITH node, rank, $label AS kind
RETURN
  rank AS rank,
  kind AS kind,
  node.key AS key,
  node.name AS name,
  CASE
    WHEN
      kind = 'Person'
      THEN
        coalesce(
          node.title,
          last(
            COLLECT {
              MATCH (node)-[work:WORKS_IN]->(at)
              WHERE work.company IS NOT NULL
              WITH work, at
              ORDER
              BY
              coalesce(work.valid_from, ''),
              work.company,
              at:Department,
              at.key
              RETURN work.title
            })
        )
    ELSE [(node)-[:DEPARTMENT_OF|OPPORTUNITY_AT]->(at) | at.key ][0]
  END AS detail
