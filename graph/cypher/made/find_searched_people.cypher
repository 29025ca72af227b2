// find_searched_people: What the people with one of the keys are searched in, a list for each column.
// params: $keys
// returns: id, key, name, email, title
MATCH (node:Person)
WHERE node.key IN $keys
WITH
  node,
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
  ) AS title
ORDER BY node.key
WITH collect(node) AS found, collect([title]) AS titles
RETURN
  [x IN found | elementId(x)] AS id,
  [x IN found | x.key] AS key,
  [x IN found | x.name] AS name,
  [x IN found | x.email] AS email,
  [x IN titles | x[0]] AS title
