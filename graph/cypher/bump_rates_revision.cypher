// bump_rates_revision: Counts one more revision of the rates.
// params: nothing
// returns: nothing
MATCH (store:GuanxiStore {name: 'guanxi'})
SET store.rates_revision = coalesce(store.rates_revision, 0) + 1
