// write_search_texts: Keeps what nodes, named by their ids, are searched in.
// params: $rows
// returns: nothing
UNWIND $rows AS row
MATCH (node)
WHERE elementId(node) = row[0]
SET node.search_text = row[1]
