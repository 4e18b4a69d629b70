import type { CareWords } from '../care-work';

/** What was looked after, as the care log says it. */
export const germanCare: CareWords = {
  tasks: {
    'Backup restore test': times =>
      times === 1 ? '1 Rücksicherung geprüft' : `${times} Rücksicherungen geprüft`,
    'Backup report': times =>
      times === 1 ? '1 Sicherungsbericht gelesen' : `${times} Sicherungsberichte gelesen`,
    Updates: times => `Updates${often(times)} eingespielt`,
    Antivirus: times => `Virenschutz${often(times)} geprüft`,
    Licences: times => `Lizenzen${often(times)} geprüft`,
    'Accounts of leavers': times => `Konten Ausgeschiedener${often(times)} geprüft`,
    'Disk and UPS health': times => `Festplatten und USV${often(times)} geprüft`,
    'Security review': times => (times === 1 ? '1 Sicherheitsprüfung' : `${times} Sicherheitsprüfungen`),
    Documentation: times => `Dokumentation${often(times)} aktualisiert`,
    'Call to ask how things are': times =>
      times === 1 ? '1 Anruf zur Nachfrage' : `${times} Anrufe zur Nachfrage`,
  },
  other: (task, times) => (times === 1 ? task : `${task} (${often(times).trim()})`),
  fixed: count => (count === 1 ? '1 Kleinigkeit behoben' : `${count} Kleinigkeiten behoben`),
  andMore: count => `und ${count} weitere`,
};

function often(times: number): string {
  return times === 1 ? '' : ` ${times}-mal`;
}
