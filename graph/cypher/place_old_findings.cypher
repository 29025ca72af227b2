// place_old_findings: Findings of before causes were told keep their order behind all others, each a cause of its own.
// params: nothing
// returns: changed_count
MATCH (posture:Posture)<-[:FINDING_OF]-(finding:Finding)
WHERE finding.cause IS NULL
WITH finding, '~' + finding.rank AS place
LIMIT 10000
SET
  finding.cause = finding.id,
  finding.rank = place,
  finding.money_rank = place,
  finding.cause_rank = place,
  finding.cause_money_rank = place
RETURN count(finding) AS changed_count
