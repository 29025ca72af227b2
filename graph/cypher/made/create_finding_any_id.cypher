// create_finding_any_id: Finds each Finding by id.
// params: nothing
// returns: nothing
CREATE INDEX finding_any_id IF NOT EXISTS
FOR (node:Finding)
ON (node.id)
