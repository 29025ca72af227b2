// write_search_texts: Keeps what nodes, named by their ids, are searched in.
// params: $rows
// returns: nothing
UNWIND $rows AS row
MATCH (node)
WHERE elementId(node) = row.id
SET node.search_text = row.search_text
