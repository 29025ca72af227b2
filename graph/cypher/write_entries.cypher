// write_entries: Adds entries to the journal.
// params: $rows
// returns: written_count
UNWIND $rows AS row
CREATE
  (entry:JournalEntry
    {
      kind: row.kind,
      subject: row.subject,
      action: row.action,
      at: row.at,
      actor: row.actor,
      note: row.note,
      details: row.details,
      number: row.number
    })
RETURN count(*) AS written_count
