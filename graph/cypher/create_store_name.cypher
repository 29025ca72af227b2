// create_store_name: One node that says what this database is.
// params: nothing
// returns: nothing
CREATE CONSTRAINT store_name IF NOT EXISTS
FOR (store:GuanxiStore)
REQUIRE store.name IS UNIQUE
