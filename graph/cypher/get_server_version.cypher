// get_server_version: The server's version and edition.
// params: nothing
// returns: version, edition
CALL dbms.components() YIELD name, versions, edition
WITH versions, edition, name
WHERE name = 'Neo4j Kernel'
RETURN versions[0] AS version, edition AS edition
