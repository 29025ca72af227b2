// count_records: How many records of each kind there are; employments with the departments of people.
// params: nothing
// returns: companies, departments, people, works_in, reports_to, influences, conflicts, ties, opportunities, decision_roles, positions, interactions, agreements, rates
RETURN
  COUNT { (:Company) } AS companies,
  COUNT { (:Department) } AS departments,
  COUNT { (:Person) } AS people,
  COUNT { ()-[:WORKS_IN]->() } AS works_in,
  COUNT { ()-[:REPORTS_TO]->() } + COUNT { ()-[:DOTTED_REPORTS_TO]->() } AS reports_to,
  COUNT { ()-[:INFLUENCES]->() } AS influences,
  COUNT { ()-[:CONFLICTS_WITH]->() } AS conflicts,
  COUNT { ()-[:TIE]->() } AS ties,
  COUNT { (:Opportunity) } AS opportunities,
  COUNT { ()-[:DECISION_ROLE]->() } AS decision_roles,
  COUNT { ()-[:POSITION]->() } AS positions,
  COUNT { (:Interaction) } AS interactions,
  COUNT { (:Agreement) } AS agreements,
  COUNT { (:Rate) } AS rates
