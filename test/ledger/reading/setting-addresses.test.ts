import { expect, it } from 'vitest';
import { ledgerOf } from '../builders';

it.each(['Reply to', 'Office manager email'])(
  '%s that is no address is an issue, and nothing holds',
  name => {
    const { settings, issues } = ledgerOf({ settings: { [name]: 'garbage' } });
    expect(issues.map(({ tab, message }) => `${tab}: ${message}`).join()).toMatch(
      new RegExp(`Settings: .*${name}.*garbage.*Until then nothing holds`),
    );
    expect([settings.replyTo, settings.officeManagerEmail]).toEqual(['', '']);
    const good = ledgerOf({ settings: { [name]: 'office@firm.example' } });
    expect(good.issues).toEqual([]);
  },
);
