// read_account_companies: The companies of an account and those that its people have worked for.
// params: $account, $others
// returns: {{ columns(kind) }}
CALL () {
  MATCH (node:Company {account: $account})
  RETURN node
    UNION
  MATCH (person:Person)
  WHERE person.key IN $others
  MATCH (person)-[:EMPLOYED_BY]->(node:Company)
  RETURN node
    UNION
  MATCH (:Company {account: $account})<-[:EMPLOYED_BY]-(person:Person)
  MATCH (person)-[period:WORKS_IN]->()
  WHERE period.company IS NOT NULL
  MATCH (node:Company {key: period.company})
  RETURN node
    UNION
  MATCH (person:Person)
  WHERE person.key IN $others
  MATCH (person)-[period:WORKS_IN]->()
  WHERE period.company IS NOT NULL
  MATCH (node:Company {key: period.company})
  RETURN node
}
{{ nodes_returned(kind) }}
