// write_entries: Adds entries to the journal.
// params: $rows
// returns: written_count
UNWIND $rows AS row
CREATE
  (entry:JournalEntry
    {
      kind: row[0],
      subject: row[1],
      action: row[2],
      at: row[3],
      actor: row[4],
      note: row[5],
      details: row[6],
      number: row[7]
    })
RETURN count(*) AS written_count
