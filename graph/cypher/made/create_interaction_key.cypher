// create_interaction_key: One Interaction for key, and the index that finds it.
// params: nothing
// returns: nothing
CREATE CONSTRAINT interaction_key IF NOT EXISTS
FOR (node:Interaction)
REQUIRE (node.key) IS UNIQUE
