// find_searched_people: What the people with one of the keys are searched in, a list for each column.
// params: $keys
// returns: id, key, name, title, email
MATCH (person:Person)
WHERE person.key IN $keys
WITH
  person,
  coalesce(
    person.title,
    last(
      COLLECT {
        MATCH (person)-[work:WORKS_IN]->(at)
        WHERE work.company IS NOT NULL
        WITH work,
          CASE
            WHEN at:Department THEN at.key
            ELSE ''
          END AS department
        WITH work, department
        ORDER
        BY
        coalesce(work.valid_from, ''),
        work.company,
        department
        RETURN work.title
      })
  ) AS title
ORDER BY person.key
WITH collect(person) AS found, collect([title]) AS titles
RETURN
  [x IN found | elementId(x)] AS id,
  [x IN found | x.key] AS key,
  [x IN found | x.name] AS name,
  [x IN titles | x[0]] AS title,
  [x IN found | x.email] AS email
