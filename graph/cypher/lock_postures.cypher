// lock_postures: Lets one claim at a time go on; the lock is held until its transaction ends.
// params: nothing
// returns: schema_version
MERGE (lock:GuanxiStore {name: 'postures'})
SET lock.write_count = coalesce(lock.write_count, 0) + 1
WITH lock
MATCH (store:GuanxiStore {name: 'guanxi'})
RETURN store.schema_version AS schema_version
