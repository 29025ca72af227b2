// lock_schema: Lets nobody write until the transaction ends, whatever version the schema has.
// params: nothing
// returns: nothing
MERGE (store:GuanxiStore {name: 'guanxi'})
SET store.write_count = coalesce(store.write_count, 0) + 1
