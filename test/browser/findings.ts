import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Serious and critical findings of axe, in all of a page or a part of it, the grid's own picture aside. */
export async function findings(frame: Frame, part = 'body'): Promise<string[]> {
  await frame.evaluate(axe);
  return frame.evaluate(async selector => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const context = { include: [selector], exclude: ['#grid'] } as never;
    const { violations } = await axe.run(context, { iframes: false });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  }, part);
}
