// create_position_leaning: Finds each POSITION by leans_to.
// params: nothing
// returns: nothing
CREATE INDEX position_leaning IF NOT EXISTS
FOR ()-[edge:POSITION]-()
ON (edge.leans_to)
