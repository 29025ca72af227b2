// lock_store: Lets one write at a time go on; the lock is held until its transaction ends.
// params: nothing
// returns: schema_version
MATCH (store:GuanxiStore {name: 'guanxi'})
SET store.write_count = coalesce(store.write_count, 0) + 1
RETURN store.schema_version AS schema_version
