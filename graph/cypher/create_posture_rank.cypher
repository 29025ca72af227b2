// create_posture_rank: Finds the postures in one of their orders, one behind the other.
// params: nothing
// returns: nothing
CREATE INDEX posture_rank IF NOT EXISTS
FOR (place:PostureRank)
ON (place.ordered_by, place.rank)
