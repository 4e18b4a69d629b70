/** Two years of visits and block sales, drawn from a fixed seed. */
import type { SampleClient } from './sample-firm';

type Row = Readonly<Record<string, string | number>>;

const firstDay = Date.UTC(2024, 11, 2);
const lastDay = Date.UTC(2026, 10, 20);
const day = 86_400_000;

const jobs = [
  'Mended the printer',
  'Restored a folder from backup',
  'Set up a laptop for a new colleague',
  'Updated the server',
  'Looked into slow mail',
  'Replaced a broken switch',
  'Renewed the certificate of the web shop',
  'Cleaned up old accounts',
  'Moved a mailbox',
  'Explained the new phone system',
  'Checked the backup report',
  'Installed accounting update',
  'Wireless in the meeting room',
  'Recovered a lost password',
  'Removed a suspicious program',
  'Planned the server move',
];
const staff = ['Kim', 'Jo', 'Sasha'];
/** What an hour of these draws from a block; all others draw an hour. */
const multipliers: Readonly<Record<string, number>> = {
  'After hours': 1.5,
  Emergency: 2,
  'Under agreement': 0,
};

/** A small generator with a fixed seed (mulberry32): the sample is the same at every run. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function sampleRows(clients: readonly SampleClient[]): { blocks: Row[]; entries: Row[] } {
  const random = createRandom(20261123);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const left = clients.map(() => 0);
  const blocks: Row[] = [];
  const entries: Row[] = [];
  for (let at = firstDay; at <= lastDay; at += day) {
    const weekday = new Date(at).getUTCDay();
    if (weekday === 0 || weekday === 6) continue;
    const date = new Date(at).toISOString().slice(0, 10);
    for (const [index, client] of clients.entries()) {
      const { plan } = client;
      if (!plan || date < plan.from || (plan.until && date > plan.until)) continue;
      if ((left[index] ?? 0) < plan.renewAt && (!plan.lastSale || date <= plan.lastSale)) {
        blocks.push(sale(client, date));
        left[index] = (left[index] ?? 0) + plan.block;
      }
      if (random() >= (plan.visitsAWeek * 1.2) / 5) continue;
      const hours = pick([0.25, 0.5, 0.5, 0.75, 1, 1, 1.5, 2]);
      const workType = pick(['Remote', 'Remote', 'Remote', 'On-site', 'On-site', plan.rare ?? 'Remote']);
      entries.push({
        Date: date,
        Client: client.row.Client,
        Who: pick(staff),
        Hours: hours,
        'Work type': workType,
        'What was done': pick(jobs),
      });
      left[index] = (left[index] ?? 0) - hours * (multipliers[workType] ?? 1);
    }
  }
  return { blocks, entries };
}

function sale({ row, plan }: SampleClient, date: string): Row {
  const expires = plan?.validDays
    ? new Date(Date.parse(date) + plan.validDays * day).toISOString().slice(0, 10)
    : '';
  return {
    Date: date,
    Client: row.Client,
    Hours: plan?.block ?? 0,
    'Discount / h': plan?.discount ?? 0,
    Expires: expires,
    'Paid on': date,
  };
}
