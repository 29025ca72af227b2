// count_entries: How many journal entries of the kind each of the subjects has that has any.
// params: $kind, $subjects
// returns: subject, entry_count
MATCH (entry:JournalEntry)
WHERE
  entry.kind = $kind AND entry.subject IN $subjects AND entry.number IS NOT NULL
WITH entry.subject AS subject, count(*) AS entry_count
ORDER BY subject
RETURN collect(subject) AS subject, collect(entry_count) AS entry_count
