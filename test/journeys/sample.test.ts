import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sample = 'workbench/samples/sample.xlsx';

/** As the README's commands run it, after the build. */
function local(...options: string[]): string {
  const args = ['--import', 'tsx', 'workbench/local.ts', sample, '--now', '2026-11-23T07:00', ...options];
  return execFileSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

it('the sample firm has these balances, and the README prints them', () => {
  const { steps, issues } = JSON.parse(local('--print', 'Balances', '--json'));
  const [, headers, ...rows] = steps[1].values as (string | number)[][];
  // The bars and the totals stand beside it, a blank column between.
  expect((headers ?? []).slice(14, 18)).toEqual(['Left (%)', 'Left', '', 'All clients']);
  expect(rows.find(([client]) => client === 'Acme')?.slice(14, 16)).toEqual([0.3, '▓▓▓░░░░░░░']);
  expect((headers ?? []).slice(0, 14)).toEqual([
    'Client',
    'State',
    'Overage to invoice (h)',
    'Hours left',
    'Used',
    'Runs out',
    'Last notice',
    'Rows left out',
    'Value',
    'Currency',
    'Saved',
    'Deferred revenue',
    'Expired value',
    'Agreement',
  ]);
  expect(
    rows.map(([client, state, , left, , , , , value, currency]) => [client, left, value, currency, state]),
  ).toMatchSnapshot();
  expect((issues as { tab: string; row: number }[]).map(({ tab, row }) => `${tab} ${row}`)).toMatchSnapshot();
  const readme = readFileSync(`${root}/README.md`, 'utf8');
  expect(readme).toContain(String(steps[1].values[0][0]));
  for (const [client, state, , left] of rows) {
    const line = readme.split('\n').find(text => text.startsWith(`${client} `)) ?? `no line for ${client}`;
    expect(line).toContain(Number(left).toFixed(2));
    expect(line).toContain(String(state));
  }
});

it('an hour and a half for Acme makes it low, and the day’s run mails it', () => {
  const printed = JSON.parse(
    local(
      '--edit',
      'Time!A1613=2026-11-23',
      '--edit',
      'Time!B1613=Acme',
      '--edit',
      'Time!D1613=1.5',
      '--formula',
      '=BLOCKBALANCE("Acme")',
      '--call',
      'runDaily',
      '--json',
    ),
  );
  expect(printed.steps[4].value).toBe(4.5);
  const mail = (printed.mails as { to: string; text: string }[]).find(({ to }) => to === 'pat@acme.example');
  expect(mail?.text).toContain('Acme has 4.5 h left of 20 h prepaid.');
});
