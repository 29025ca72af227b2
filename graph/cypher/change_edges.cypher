// change_edges: Gives edges, named by their ids, other values.
// params: $changes
// returns: nothing
MATCH ()-[edge]->()
WHERE elementId(edge) IN keys($changes)
SET edge += $changes[elementId(edge)]
