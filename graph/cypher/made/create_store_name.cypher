// create_store_name: One GuanxiStore for name, and the index that finds it.
// params: nothing
// returns: nothing
CREATE CONSTRAINT store_name IF NOT EXISTS
FOR (node:GuanxiStore)
REQUIRE (node.name) IS UNIQUE
