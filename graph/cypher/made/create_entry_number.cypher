// create_entry_number: One JournalEntry for kind, subject, number, and the index that finds it.
// params: nothing
// returns: nothing
CREATE CONSTRAINT entry_number IF NOT EXISTS
FOR (node:JournalEntry)
REQUIRE (node.kind, node.subject, node.number) IS UNIQUE
