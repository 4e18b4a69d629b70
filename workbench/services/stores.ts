/** `PropertiesService` and `CacheService`: texts by key, with Google's limits. */

import { byteLength } from './bytes';
import type { ActiveRun } from './execution';
import { type Emulates, expose } from './expose';
import type { CacheEntry } from './world';

type Properties = GoogleAppsScript.Properties.Properties;
type Cache = GoogleAppsScript.Cache.Cache;

const kilobyte = 1024;

export class PropertiesServiceService
  implements Emulates<GoogleAppsScript.Properties.PropertiesService, PropertiesServiceService>
{
  constructor(private readonly run: ActiveRun) {}
  getDocumentProperties = (): Properties =>
    expose(this.run, 'Properties', new PropertyStore(this.run.world.properties));

  /** Of whoever runs the script, in all workbooks. */
  getUserProperties(): Properties {
    const { user, userProperties } = this.run.world;
    const own = userProperties.get(user) ?? new Map<string, string>();
    userProperties.set(user, own);
    return expose(this.run, 'Properties', new PropertyStore(own));
  }
}

class PropertyStore implements Emulates<Properties, PropertyStore> {
  constructor(private readonly store: Map<string, string>) {}

  getProperties = () => Object.fromEntries(this.store);

  setProperties(properties: Record<string, string>): Properties {
    const after = new Map(this.store);
    for (const [key, value] of Object.entries(properties)) {
      if (byteLength(String(value)) > 9 * kilobyte) throw new Error('Argument too large: value');
      after.set(key, String(value));
    }
    const size = [...after].reduce((sum, [key, value]) => sum + byteLength(key) + byteLength(value), 0);
    if (size > 500 * kilobyte) {
      throw new Error(
        'You have exceeded the property storage quota. Please remove some properties and try again.',
      );
    }
    for (const [key, value] of after) this.store.set(key, value);
    return this as unknown as Properties;
  }

  deleteProperty(key: string): Properties {
    this.store.delete(key);
    return this as unknown as Properties;
  }
}

export class CacheServiceService
  implements Emulates<GoogleAppsScript.Cache.CacheService, CacheServiceService>
{
  constructor(private readonly run: ActiveRun) {}

  getDocumentCache(): Cache {
    const { caches, clock } = this.run.world;
    return expose(this.run, 'Cache', new CacheStore(caches, clock.now));
  }
}

class CacheStore implements Emulates<Cache, CacheStore> {
  constructor(
    private readonly store: Map<string, CacheEntry>,
    private readonly now: () => number,
  ) {}

  /** Keys without a value are left out. */
  getAll(keys: string[]): Record<string, string> {
    const found = keys.flatMap(key => {
      const entry = this.store.get(checked(key));
      return entry && entry.until > this.now() ? [[key, entry.value]] : [];
    });
    return Object.fromEntries(found);
  }

  putAll(values: Record<string, string>, seconds = 600): void {
    if (!(seconds > 0 && seconds <= 21_600)) throw new Error('Argument out of range: expirationInSeconds');
    const until = this.now() + seconds * 1000;
    for (const [key, value] of Object.entries(values)) {
      if (byteLength(String(value)) > 100 * kilobyte) throw new Error('Argument too large: value');
      this.store.set(checked(key), { value: String(value), until });
    }
    this.evict();
  }

  /** Above 1,000 the 900 that would live longest stay. */
  private evict(): void {
    for (const [key, { until }] of this.store) if (until <= this.now()) this.store.delete(key);
    if (this.store.size <= 1000) return;
    const soonestFirst = [...this.store].sort(([, a], [, b]) => a.until - b.until);
    for (const [key] of soonestFirst.slice(0, -900)) this.store.delete(key);
  }
}

function checked(key: string): string {
  if (key.length > 250) throw new Error('Argument too large: key');
  return key;
}
