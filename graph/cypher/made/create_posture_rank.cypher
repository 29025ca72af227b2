// create_posture_rank: Finds each PostureRank by ordered_by, rank.
// params: nothing
// returns: nothing
CREATE INDEX posture_rank IF NOT EXISTS
FOR (node:PostureRank)
ON (node.ordered_by, node.rank)
