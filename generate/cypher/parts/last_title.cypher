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
