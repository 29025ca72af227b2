// find_tied_contacts: The contacts that the people have ties to.
// params: $keys
// returns: employee, contact
MATCH (employee:Person)-[:TIE]->(contact:Person)
WHERE employee.key IN $keys
WITH DISTINCT employee.key AS employee, contact.key AS contact
ORDER BY employee, contact
RETURN collect(employee) AS employee, collect(contact) AS contact
