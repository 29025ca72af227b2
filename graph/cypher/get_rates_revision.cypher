// get_rates_revision: The revision of the rates; 0 before any was written.
// params: nothing
// returns: revision
MATCH (store:GuanxiStore {name: 'guanxi'})
RETURN coalesce(store.rates_revision, 0) AS revision
