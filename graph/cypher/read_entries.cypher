// read_entries: All journal entries of the kind, a list for each column.
// params: $kind
// returns: subject, action, at, actor, note, details, number
MATCH (entry:JournalEntry)
WHERE
  entry.kind = $kind AND entry.subject IS NOT NULL AND entry.number IS NOT NULL
WITH entry
ORDER BY entry.subject, entry.number
WITH collect(entry) AS found
RETURN
  [x IN found | x.subject] AS subject,
  [x IN found | x.action] AS action,
  [x IN found | x.at] AS at,
  [x IN found | x.actor] AS actor,
  [x IN found | x.note] AS note,
  [x IN found | x.details] AS details,
  [x IN found | x.number] AS number
