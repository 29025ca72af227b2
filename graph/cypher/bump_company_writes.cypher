// bump_company_writes: Counts one more write that altered companies: accounts may have ceased to be one.
// params: nothing
// returns: nothing
MATCH (store:GuanxiStore {name: 'guanxi'})
SET store.company_write_count = coalesce(store.company_write_count, 0) + 1
