// find_our_people: Those of the keys that are of people who have worked for one of our companies.
// params: $keys
// returns: found
MATCH (person:Person)
WHERE
  person.key IN $keys AND
  (EXISTS {
      (person)-[:EMPLOYED_BY]->(company:Company)
      WHERE company.side = 'SUPPLIER'
    } OR
    EXISTS {
      MATCH (person)-[period:WORKS_IN]->()
      MATCH (company:Company {key: period.company})
      WHERE company.side = 'SUPPLIER'
    })
WITH person.key AS key
ORDER BY key
RETURN collect(key) AS found
