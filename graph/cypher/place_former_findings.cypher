// place_former_findings: Findings that were kept with sentences keep their order behind all that are computed anew.
// params: nothing
// returns: changed_count
MATCH (posture:Posture)<-[:FINDING_OF]-(finding:Finding)
WHERE finding.worth IS NULL
WITH posture, finding
LIMIT 10000
SET
  posture.legend = '',
  finding.subject = '',
  finding.stage = '',
  finding.worth = '~' + finding.rank,
  finding.money_worth = '~' + finding.money_rank,
  finding.place = '',
  finding.cause_worth = '~' + finding.cause_rank,
  finding.cause_money_worth = '~' + finding.cause_money_rank,
  finding.cause_place = ''
REMOVE finding.rank, finding.money_rank, finding.cause_rank, finding.cause_money_rank
RETURN count(finding) AS changed_count
