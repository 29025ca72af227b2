// create_posture_day: One kept posture for an account and day.
// params: nothing
// returns: nothing
CREATE CONSTRAINT posture_day IF NOT EXISTS
FOR (kept:PostureDay)
REQUIRE (kept.account, kept.day) IS UNIQUE
