CALL () {
  MATCH (posture:Posture)
  WHERE $employee IS NULL
  RETURN posture
    UNION ALL
  MATCH (held:EmployeeExposure)
  WHERE held.employee = $employee
  MATCH (held)-[:EXPOSURE_OF]->(posture:Posture)
  RETURN posture
}
