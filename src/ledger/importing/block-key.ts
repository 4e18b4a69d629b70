import { foldName } from '../units/names';

/** The same client, day and hours are the same block; the day as a sheet counts it. */
export function blockKey(client: string, day: number, hours: number): string {
  return [foldName(client), Math.round(day), Math.round(hours * 3600)].join('\u0000');
}
