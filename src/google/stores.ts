import type { Cache, PropertyStore } from '../workbook/ports';

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
    forget: names => {
      for (const name of names) service.getDocumentProperties().deleteProperty(name);
    },
  };
}

/**
 * What one person keeps for one workbook: the user properties of Google belong to the script, and so to every
 * workbook in which that person uses it.
 */
export function createOwnStore(
  service: GoogleAppsScript.Properties.PropertiesService,
  workbookId: () => string,
): PropertyStore {
  const prefix = () => `${workbookId()} `;
  return {
    read: () => {
      const own = prefix();
      const kept = Object.entries(service.getUserProperties().getProperties());
      const here = kept.filter(([name]) => name.startsWith(own));
      return Object.fromEntries(here.map(([name, value]) => [name.slice(own.length), value]));
    },
    write: values => {
      const own = prefix();
      const named = Object.entries(values).map(([name, value]) => [own + name, value]);
      service.getUserProperties().setProperties(Object.fromEntries(named));
    },
    forget: names => {
      const own = prefix();
      for (const name of names) service.getUserProperties().deleteProperty(own + name);
    },
  };
}
