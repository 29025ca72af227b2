// delete_posture_parts: Takes out the findings, exposures and ranks of an account's posture that are not among those named.
// params: $account, $ids, $employees, $orders
// returns: nothing
MATCH (posture:Posture {account: $account})
MATCH (part)-[:FINDING_OF|EXPOSURE_OF|RANK_OF]->(posture)
WHERE
  (part:Finding AND NOT part.id IN $ids) OR
  (part:EmployeeExposure AND NOT part.employee IN $employees) OR
  (part:PostureRank AND NOT part.ordered_by IN $orders)
DETACH DELETE part
