/** `PropertiesService` and `CacheService`: texts by key, with Google's limits. */

import type { ActiveRun } from './execution';
import { type Emulates, expose } from './expose';
import type { CacheEntry } from './world';

type Properties = GoogleAppsScript.Properties.Properties;
type Cache = GoogleAppsScript.Cache.Cache;

const kilobyte = 1024;

/** The store of a kind: one for the document, one for the script, one for each user. */
function storeOf<T>(stores: Map<string, Map<string, T>>, name: string): Map<string, T> {
  const store = stores.get(name) ?? new Map<string, T>();
  stores.set(name, store);
  return store;
}

export class PropertiesServiceService
  implements Emulates<GoogleAppsScript.Properties.PropertiesService, PropertiesServiceService>
{
  constructor(private readonly run: ActiveRun) {}
  getDocumentProperties = () => this.named('document');
  getScriptProperties = () => this.named('script');
  getUserProperties = () => this.named(`user:${this.run.world.user}`);

  private named(name: string): Properties {
    return expose(this.run, 'Properties', new PropertyStore(storeOf(this.run.world.properties, name)));
  }
}

class PropertyStore implements Emulates<Properties, PropertyStore> {
  constructor(private readonly store: Map<string, string>) {}

  getProperty = (key: string) => this.store.get(key) ?? null;
  getProperties = () => Object.fromEntries(this.store);
  getKeys = () => [...this.store.keys()];

  setProperty = (key: string, value: string) => this.with({ [key]: value });
  deleteProperty = (key: string) => this.without([key]);
  deleteAllProperties = () => this.without([...this.store.keys()]);

  setProperties(properties: Record<string, string>, deleteAllOthers = false): Properties {
    if (deleteAllOthers) this.store.clear();
    return this.with(properties);
  }

  private with(properties: Record<string, unknown>): Properties {
    const after = new Map(this.store);
    for (const [key, value] of Object.entries(properties)) {
      if (Buffer.byteLength(String(value)) > 9 * kilobyte) throw new Error('Argument too large: value');
      after.set(key, String(value));
    }
    const size = [...after].reduce(
      (sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value),
      0,
    );
    if (size > 500 * kilobyte) {
      throw new Error(
        'You have exceeded the property storage quota. Please remove some properties and try again.',
      );
    }
    for (const [key, value] of after) this.store.set(key, value);
    return this as unknown as Properties;
  }

  private without(keys: readonly string[]): Properties {
    for (const key of keys) this.store.delete(key);
    return this as unknown as Properties;
  }
}

export class CacheServiceService
  implements Emulates<GoogleAppsScript.Cache.CacheService, CacheServiceService>
{
  constructor(private readonly run: ActiveRun) {}
  getDocumentCache = () => this.named('document');
  getScriptCache = () => this.named('script');
  getUserCache = () => this.named(`user:${this.run.world.user}`);

  private named(name: string): Cache {
    const { caches, clock } = this.run.world;
    return expose(this.run, 'Cache', new CacheStore(storeOf(caches, name), clock.now));
  }
}

class CacheStore implements Emulates<Cache, CacheStore> {
  constructor(
    private readonly store: Map<string, CacheEntry>,
    private readonly now: () => number,
  ) {}

  get(key: string): string | null {
    const entry = this.store.get(checked(key));
    return entry && entry.until > this.now() ? entry.value : null;
  }

  /** Keys without a value are left out. */
  getAll(keys: string[]): Record<string, string> {
    const found = keys.map(key => [key, this.get(key)] as const).filter(([, value]) => value !== null);
    return Object.fromEntries(found) as Record<string, string>;
  }

  put = (key: string, value: string, seconds = 600) => this.putAll({ [key]: value }, seconds);
  remove = (key: string) => void this.store.delete(checked(key));
  removeAll = (keys: string[]) => keys.forEach(this.remove);

  putAll(values: Record<string, string>, seconds = 600): void {
    if (!(seconds > 0 && seconds <= 21_600)) throw new Error('Argument out of range: expirationInSeconds');
    const until = this.now() + seconds * 1000;
    for (const [key, value] of Object.entries(values)) {
      if (Buffer.byteLength(String(value)) > 100 * kilobyte) throw new Error('Argument too large: value');
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
