// find_people_of_companies: The people who have worked for one of the companies.
// params: $keys
// returns: person
CALL () {
  MATCH (company:Company)<-[:EMPLOYED_BY]-(person:Person)
  WHERE company.key IN $keys
  RETURN person.key AS key
    UNION
  MATCH (person:Person)-[period:WORKS_IN]->()
  WHERE period.company IN $keys
  RETURN person.key AS key
}
WITH key
ORDER BY key
RETURN collect(key) AS person
