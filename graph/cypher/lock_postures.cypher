// lock_postures: Lets one claim at a time go on, until its transaction ends; tells whether companies were written since the one before.
// params: nothing
// returns: schema_version, is_swept
MATCH (lock:GuanxiStore {name: 'postures'})
SET lock.write_count = coalesce(lock.write_count, 0) + 1
WITH lock
MATCH (store:GuanxiStore {name: 'guanxi'})
WITH
  lock,
  store,
  coalesce(lock.company_write_count, 0) = coalesce(store.company_write_count, 0) AS is_swept
SET lock.company_write_count = store.company_write_count
RETURN store.schema_version AS schema_version, is_swept AS is_swept
