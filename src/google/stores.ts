import type { Cache } from '../workflows/figure-store';
import type { PropertyStore } from '../workflows/notice-memory';

/** Google keeps at most six hours; the stamp makes what is older harmless. */
const keepSeconds = 21_600;

export function createCache(service: GoogleAppsScript.Cache.CacheService): Cache {
  const cache = service.getDocumentCache() as GoogleAppsScript.Cache.Cache;
  return {
    getAll: keys => cache.getAll([...keys]),
    putAll: values => cache.putAll(values, keepSeconds),
  };
}

/** Asked for only when it is needed: an edit should cost as little as it can. */
export function createPropertyStore(service: GoogleAppsScript.Properties.PropertiesService): PropertyStore {
  return {
    read: () => service.getDocumentProperties().getProperties(),
    write: values => service.getDocumentProperties().setProperties(values),
  };
}
