// create_entry_number: One journal entry of a number, for a kind and subject.
// params: nothing
// returns: nothing
CREATE CONSTRAINT entry_number IF NOT EXISTS
FOR (entry:JournalEntry)
REQUIRE (entry.kind, entry.subject, entry.number) IS UNIQUE
