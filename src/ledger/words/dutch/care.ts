import type { CareWords } from '../care-work';

/** What was looked after, as the care log says it. */
export const dutchCare: CareWords = {
  tasks: {
    'Backup restore test': times =>
      times === 1 ? '1 back-upherstel getest' : `${times} keer back-upherstel getest`,
    'Backup report': times =>
      times === 1 ? '1 back-uprapport gelezen' : `${times} back-uprapporten gelezen`,
    Updates: times => `updates${often(times)} geïnstalleerd`,
    Antivirus: times => `virusbeveiliging${often(times)} gecontroleerd`,
    Licences: times => `licenties${often(times)} gecontroleerd`,
    'Accounts of leavers': times => `accounts van vertrokken medewerkers${often(times)} gecontroleerd`,
    'Disk and UPS health': times => `schijven en noodvoeding${often(times)} gecontroleerd`,
    'Security review': times => (times === 1 ? '1 beveiligingscontrole' : `${times} beveiligingscontroles`),
    Documentation: times => `documentatie${often(times)} bijgewerkt`,
    'Call to ask how things are': times =>
      times === 1
        ? '1 keer gebeld om te horen hoe het gaat'
        : `${times} keer gebeld om te horen hoe het gaat`,
  },
  other: (task, times) => (times === 1 ? task : `${task} (${often(times).trim()})`),
  fixed: count => (count === 1 ? '1 kleinigheid verholpen' : `${count} kleinigheden verholpen`),
  andMore: count => `en nog ${count}`,
};

function often(times: number): string {
  return times === 1 ? '' : ` ${times} keer`;
}
