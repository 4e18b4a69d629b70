import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface Look {
  /** A part of the page; all of it, the grid's own picture aside, if left out. */
  readonly part?: string;
  /** Whether only colours are looked at: the rest was seen before, in other colours. */
  readonly isColoursOnly?: boolean;
}

/** What axe looks at of colours by default. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/** Serious and critical findings of axe. */
export async function findings(frame: Frame, { part = 'body', isColoursOnly = false }: Look = {}) {
  await frame.evaluate(`'axe' in globalThis || (() => { ${axe} })()`);
  const rules = isColoursOnly ? ofColours : [];
  return frame.evaluate(
    async ([selector, wanted]) => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
      const context = { include: [selector], exclude: ['#grid'] } as never;
      const { violations, passes } = await axe.run(context, {
        iframes: false,
        ...(wanted.length > 0 && { runOnly: wanted as string[] }),
      });
      // A look at nothing would find nothing.
      if (passes.length === 0) return ['No rule of axe had anything to look at.'];
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
    },
    [part, rules] as const,
  );
}
