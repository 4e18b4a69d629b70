/** The first hour, from an empty workbook to the first notice, in the page. */
import { expect, it } from 'vitest';
import { describeFirstHour, walkFirstHour } from '../../workbench/bench/first-hour';
import { inBrowser } from './in-browser';

inBrowser('the first hour', bench => {
  it('takes few actions from an empty workbook to a right balance and to a mailed notice', async () => {
    const person = await bench.open();
    const { page } = person;

    const walked = await walkFirstHour(page);

    console.log(describeFirstHour(walked));
    expect(walked.balance).toBeLessThanOrEqual(9);
    expect(walked.notice).toBeLessThanOrEqual(14);
    expect(walked.visibleTabs).toBe(7);
    expect(walked.topEntries).toBeLessThanOrEqual(8);
    expect(await page.getByTestId('first-run').isHidden()).toBe(true);
    // Two walks of a dozen steps, each of which waits for the script.
  }, 480_000);
});
