CALL () {
  MATCH (:Company {account: $account})<-[:EMPLOYED_BY]-({{ person }}:Person)
  RETURN {{ person }}
    UNION ALL
  MATCH ({{ person }}:Person)
  WHERE {{ person }}.key IN $others
  RETURN {{ person }}
}
