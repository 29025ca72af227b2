// create_position_leaning: Finds the positions that lean to a competitor.
// params: nothing
// returns: nothing
CREATE INDEX position_leaning IF NOT EXISTS
FOR ()-[position:POSITION]-()
ON (position.leans_to)
