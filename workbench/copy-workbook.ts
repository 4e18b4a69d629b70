/** *Make a copy*: the cells and the script come along; triggers, properties, cache and protection editors do not. */

import { contentOf, engineOf } from './engine/book-content';
import { serialOfInstant } from './engine/zone';
import { openWorkbook, type Workbook } from './runtime';

/** Opens the copy, a workbook of whoever sits in front of the original; the two share nothing but that person's mail quota. */
export async function copyWorkbook({ world }: Workbook): Promise<Workbook> {
  const { timeZone, locale } = world.engine;
  let now = world.clock.now;
  const options = { timeZone, locale, now: () => serialOfInstant(now(), timeZone) };
  const engine = engineOf(contentOf(world.engine), options);
  for (const { limits } of engine.tabs())
    for (const protection of limits.protections) protection.editors = [];
  world.copies += 1;
  const copy = await openWorkbook({
    engine,
    bundle: world.bundle,
    id: `${world.id}-copy-${world.copies}`,
    name: `Copy of ${world.name}`,
    user: world.user,
    mailQuota: world.mailQuota.limit,
    kept: {
      clock: world.clock.kept,
      properties: [],
      outbox: [],
      triggers: [],
      quotaUsed: [...world.mailQuota.used],
    },
  });
  now = copy.world.clock.now;
  return copy;
}
