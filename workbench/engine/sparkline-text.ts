/** The bar of a `SPARKLINE` as characters, for a grid that draws no pictures in cells. */

const cells = 10;

/** Nothing for what is no bar of one number: it would be a guess. */
export function sparklineText(value: unknown, options: readonly (readonly unknown[])[]): string | undefined {
  const found = new Map(options.map(([name, choice]) => [String(name).toLowerCase(), choice]));
  const most = Number(found.get('max') ?? 1);
  if (String(found.get('charttype')).toLowerCase() !== 'bar' || !(most > 0)) return undefined;
  const share = Number(value || 0) / most;
  if (!Number.isFinite(share)) return undefined;
  const filled = Math.round(Math.min(Math.max(share, 0), 1) * cells);
  return '▓'.repeat(filled) + '░'.repeat(cells - filled);
}
