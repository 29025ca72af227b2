// create_posture_day: One PostureDay for account, day, and the index that finds it.
// params: nothing
// returns: nothing
CREATE CONSTRAINT posture_day IF NOT EXISTS
FOR (node:PostureDay)
REQUIRE (node.account, node.day) IS UNIQUE
