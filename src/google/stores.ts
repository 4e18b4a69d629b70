import type { Cache } from '../workflows/figure-store';
import type { PropertyStore } from '../workflows/notice-memory';

/** Google keeps at most six hours; the stamp makes what is older harmless. */
const keepSeconds = 21_600;

export function createCache(cache: GoogleAppsScript.Cache.Cache): Cache {
  return {
    getAll: keys => (keys.length === 0 ? {} : cache.getAll([...keys])),
    putAll: values => cache.putAll({ ...values }, keepSeconds),
  };
}

export function createPropertyStore(properties: GoogleAppsScript.Properties.Properties): PropertyStore {
  return {
    read: () => properties.getProperties(),
    write: values => void properties.setProperties({ ...values }),
  };
}
