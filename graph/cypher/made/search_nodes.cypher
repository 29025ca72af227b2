// search_nodes: Nodes that hold all of the words, the closest first.
// params: $words, $equal, $start, $beginnings, $among, $first
// returns: rank, kind, key, name, detail
CALL () {
  MATCH (node:Company)
  WHERE
    (size($among) = 0 OR 'Company' IN $among) AND
    all(word IN $words WHERE node.search_text CONTAINS word)
  RETURN 'Company' AS kind, node
    UNION ALL
  MATCH (node:Department)
  WHERE
    (size($among) = 0 OR 'Department' IN $among) AND
    all(word IN $words WHERE node.search_text CONTAINS word)
  RETURN 'Department' AS kind, node
    UNION ALL
  MATCH (node:Person)
  WHERE
    (size($among) = 0 OR 'Person' IN $among) AND
    all(word IN $words WHERE node.search_text CONTAINS word)
  RETURN 'Person' AS kind, node
    UNION ALL
  MATCH (node:Opportunity)
  WHERE
    (size($among) = 0 OR 'Opportunity' IN $among) AND
    all(word IN $words WHERE node.search_text CONTAINS word)
  RETURN 'Opportunity' AS kind, node
}
WITH
  kind,
  node,
  CASE
    WHEN node.search_text CONTAINS $equal THEN 0
    WHEN node.search_text CONTAINS $start THEN 1
    WHEN all(word IN $beginnings WHERE node.search_text CONTAINS word) THEN 2
    ELSE 3
  END AS rank
ORDER BY rank, kind, coalesce(node.name, ''), node.key
LIMIT $first
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
