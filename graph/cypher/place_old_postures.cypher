// place_old_postures: Accounts that were ranked otherwise keep their order behind all that are computed anew.
// params: nothing
// returns: changed_count
MATCH (place:PostureRank)-[:RANK_OF]->(posture:Posture)
WHERE NOT place.rank STARTS WITH '~'
WITH place
LIMIT 10000
SET place.rank = '~' + place.rank
RETURN count(place) AS changed_count
