/** A client's own page as a phone shows it, opened from the workbench. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Workbook } from '../../workbench/runtime';
import { findings } from './findings';
import { inBrowser } from './in-browser';

/** The web app is deployed, a client has a link, and a mail has offered it another block. */
function withPage(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const { workbook, session } = globalThis as unknown as {
      workbook: Workbook;
      session: { run(work: () => Promise<void>): Promise<void> };
    };
    await session.run(async () => {
      const setting = workbook.print('Settings').findIndex(([name]) => name === 'Client page address') + 1;
      await workbook.edit(`Settings!B${setting}`, 'https://script.google.com/macros/s/abc/exec');
      const row = workbook.print('Clients').findIndex(([client]) => client === 'Cedar Clinic') + 1;
      workbook.world.ask = async () => 'OK';
      await workbook.call('goToRow', 'Clients', row);
      await workbook.call('showClientPageLink');
      await workbook.call('runDaily');
    });
  });
}

inBrowser('a client’s page', bench => {
  it('opens from the workbench as a page of its own, reads well on a phone, and takes a Yes', async () => {
    const { page, print, idle } = await bench.open();
    await withPage(page);
    await idle();
    // The question that was answered above, and the link.
    for (const _ of [1, 2]) await page.getByTestId('alert').getByRole('button', { name: 'Close' }).click();
    await page.getByTestId('menu-file').click();
    await page.getByRole('menuitem', { name: 'A client’s page…' }).click();
    const opening = page.context().waitForEvent('page');
    await page.getByRole('button', { name: 'Cedar Clinic' }).click();
    const phone = await opening;
    await phone.setViewportSize({ width: 320, height: 640 });
    const frame = phone.frameLocator('iframe');
    await frame.getByRole('heading', { name: 'Prepaid time for Cedar Clinic' }).waitFor();
    const inner = phone.frames().find(each => each !== phone.mainFrame());
    if (!inner) throw new Error('The page has no frame.');
    for (const colorScheme of ['light', 'dark'] as const) {
      await phone.emulateMedia({ colorScheme });
      expect(await findings(inner), colorScheme).toEqual([]);
    }
    expect(await inner.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    await frame.getByRole('button').first().click();
    await frame.getByText('We have noted your yes').waitFor();
    const notices = JSON.stringify(await print('Notices'));
    expect(notices).toContain('on the client’s page');
  });
});
