// find_people: The people with one of the keys, a list for each column.
// params: $keys
// returns: key, name, email, company, department, title, level, status, status_since, tags
MATCH (person:Person)
WHERE person.key IN $keys
WITH person
ORDER BY person.key
WITH collect(person) AS found
RETURN
  [x IN found | x.key] AS key,
  [x IN found | x.name] AS name,
  [x IN found | x.email] AS email,
  [x IN found | [(x)-[:EMPLOYED_BY]->(at) | at.key ][0]] AS company,
  [
    x IN found
    | [(x)-[work:WORKS_IN]->(at) WHERE work.company IS NULL | at.key ][0]
  ] AS department,
  [x IN found | x.title] AS title,
  [x IN found | x.level] AS level,
  [x IN found | x.status] AS status,
  [x IN found | x.status_since] AS status_since,
  [x IN found | x.tags] AS tags
