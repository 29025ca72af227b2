// lock_store: Lets one write at a time go on, until its transaction ends; counts those that write companies.
// params: $is_of_companies
// returns: schema_version
MATCH (store:GuanxiStore {name: 'guanxi'})
SET
  store.write_count = coalesce(store.write_count, 0) + 1,
  store.company_write_count =
    coalesce(store.company_write_count, 0) +
    CASE
      WHEN $is_of_companies THEN 1
      ELSE 0
    END
RETURN store.schema_version AS schema_version
