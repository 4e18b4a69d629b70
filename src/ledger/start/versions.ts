/** Below 0 where `first` is the older of two versions such as `0.10.2`; a blank one is older than any. */
export function compareVersions(first: string, second: string): number {
  const [ours, theirs] = [partsOf(first), partsOf(second)];
  const at = ours.findIndex((part, place) => part !== theirs[place]);
  return at < 0 ? 0 : (ours[at] as number) - (theirs[at] as number);
}

function partsOf(version: string): readonly number[] {
  const parts = version.split('.').map(Number);
  return [0, 1, 2].map(place => parts[place] || 0);
}
