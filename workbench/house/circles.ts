/** Who imports whom in a ring. */

/** Groups of places that can each reach one another, by Tarjan's algorithm; a place alone is no group. */
export function circlesIn(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const [stack, found]: [string[], string[][]] = [[], []];
  const visit = (place: string): number => {
    let lowest = order.size;
    order.set(place, lowest);
    stack.push(place);
    for (const next of imports.get(place) ?? []) {
      if (!order.has(next)) lowest = Math.min(lowest, visit(next));
      else if (stack.includes(next)) lowest = Math.min(lowest, order.get(next) as number);
    }
    low.set(place, lowest);
    if (lowest === order.get(place)) {
      const group = stack.splice(stack.indexOf(place));
      if (group.length > 1) found.push(group.sort());
    }
    return lowest;
  };
  for (const place of imports.keys()) if (!order.has(place)) visit(place);
  return found;
}

/** The floors of folders that are in no ring: each stands one above the highest of those that it imports from. */
export function floorsOf(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const known = new Map<string, number>();
  const floorOf = (folder: string): number => {
    const floor = known.get(folder) ?? 1 + Math.max(-1, ...(imports.get(folder) ?? []).map(floorOf));
    known.set(folder, floor);
    return floor;
  };
  const folders = [...imports.keys()].sort();
  const highest = Math.max(-1, ...folders.map(floorOf));
  return Array.from({ length: highest + 1 }, (_, floor) => folders.filter(each => floorOf(each) === floor));
}
