// write_schema_version: Records the version that the schema has been brought to.
// params: $schema_version
// returns: nothing
MERGE (store:GuanxiStore {name: 'guanxi'})
SET store.schema_version = $schema_version, store.migrated_at = datetime()
