/** `google.script.run` of a page. */

import { expect, it } from 'vitest';
import { openSmall } from './small-bundle';

it('fails for people with several accounts, before the script hears of it', async () => {
  const workbook = await openSmall();
  expect(await workbook.callFromDialog('evaluate', 'return 1;', null)).toBe(1);
  workbook.world.hasSeveralAccounts = true;
  const before = workbook.executions.length;
  await expect(workbook.callFromDialog('evaluate', 'return 1;', null)).rejects.toThrow(
    "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.",
  );
  expect(workbook.executions).toHaveLength(before);
  expect(await workbook.call('evaluate', 'return 1;', null)).toBe(1);
});
