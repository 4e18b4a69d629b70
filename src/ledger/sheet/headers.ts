import { foldName } from '../units/names';

/** The form in which headers match: trimmed, inner white space folded, case ignored. */
export const foldHeader = foldName;

/** Where each header stands, counted from 0; of two equal ones the first counts. */
export function headerPositions(headers: readonly unknown[]): ReadonlyMap<string, number> {
  const positions = new Map<string, number>();
  for (const [position, header] of headers.entries()) {
    const folded = foldHeader(String(header ?? ''));
    if (folded !== '' && !positions.has(folded)) positions.set(folded, position);
  }
  return positions;
}
