// delete_empty_interactions: Takes out those of the interactions in which nobody took part.
// params: $keys
// returns: deleted_count
MATCH (interaction:Interaction)
WHERE
  interaction.key IN $keys AND
  NOT EXISTS {
  (interaction)<-[:PARTICIPATES]-(:Person)
  }
DETACH DELETE interaction
RETURN count(*) AS deleted_count
