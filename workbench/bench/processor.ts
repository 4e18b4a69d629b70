/** Time of the processor, not of the clock: what the work costs, whatever else the machine does meanwhile. */

/** The best of a few runs, in milliseconds of CPU. */
export function best(times: number, work: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < times; run++) least = Math.min(least, costOf(work));
  return least;
}

function costOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  return millisecondsSince(before);
}

export async function costOfRun(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  return millisecondsSince(before);
}

function millisecondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
