import type { CareWords } from '../care-work';

/** What was looked after, as the care log says it. */
export const englishCare: CareWords = {
  tasks: {
    'Backup restore test': times =>
      times === 1 ? '1 backup restore checked' : `${times} backup restores checked`,
    'Backup report': times => (times === 1 ? '1 backup report read' : `${times} backup reports read`),
    Updates: times => `updates installed${often(times)}`,
    Antivirus: times => `antivirus checked${often(times)}`,
    Licences: times => `licences checked${often(times)}`,
    'Accounts of leavers': times => `accounts of leavers checked${often(times)}`,
    'Disk and UPS health': times => `disks and UPS checked${often(times)}`,
    'Security review': times => (times === 1 ? '1 security review' : `${times} security reviews`),
    Documentation: times => `documentation brought up to date${often(times)}`,
    'Call to ask how things are': times =>
      times === 1 ? '1 call to ask how things are' : `${times} calls to ask how things are`,
  },
  other: (task, times) => (times === 1 ? task : `${task} (${often(times).trim()})`),
  fixed: count => (count === 1 ? '1 small thing fixed' : `${count} small things fixed`),
  andMore: count => `and ${count} more`,
};

function often(times: number): string {
  return times === 1 ? '' : ` ${times} times`;
}
