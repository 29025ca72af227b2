// delete_edges: Takes out edges, named by their ids.
// params: $ids
// returns: nothing
MATCH ()-[edge]->()
WHERE elementId(edge) IN $ids
DELETE edge
