// find_people_below_departments: The people who have worked in one of the departments or below.
// params: $keys
// returns: person
MATCH (department:Department)
WHERE department.key IN $keys
MATCH (unit:Department)-[:SUBDEPARTMENT_OF*0..]->(department)
WITH DISTINCT unit
MATCH (unit)<-[:WORKS_IN]-(person:Person)
WITH DISTINCT person.key AS key
ORDER BY key
RETURN collect(key) AS person
