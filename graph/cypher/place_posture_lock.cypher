// place_posture_lock: Makes the node that claims lock.
// params: nothing
// returns: nothing
MERGE (:GuanxiStore {name: 'postures'})
