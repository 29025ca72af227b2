// find_schema_version: The recorded version of the schema; no row in a database that was never migrated.
// params: nothing
// returns: schema_version
MATCH (store:GuanxiStore {name: 'guanxi'})
RETURN store.schema_version AS schema_version
