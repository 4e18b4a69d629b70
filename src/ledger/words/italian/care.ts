import type { CareWords } from '../care-work';

/** What was looked after, as the care log says it. */
export const italianCare: CareWords = {
  tasks: {
    'Backup restore test': times =>
      times === 1 ? '1 prova di ripristino dei backup' : `${times} prove di ripristino dei backup`,
    'Backup report': times =>
      times === 1 ? '1 rapporto di backup letto' : `${times} rapporti di backup letti`,
    Updates: times => `aggiornamenti installati${often(times)}`,
    Antivirus: times => `antivirus controllato${often(times)}`,
    Licences: times => `licenze controllate${often(times)}`,
    'Accounts of leavers': times => `account di chi ha lasciato l’azienda controllati${often(times)}`,
    'Disk and UPS health': times => `dischi e gruppo di continuità controllati${often(times)}`,
    'Security review': times => (times === 1 ? '1 verifica di sicurezza' : `${times} verifiche di sicurezza`),
    Documentation: times => `documentazione aggiornata${often(times)}`,
    'Call to ask how things are': times =>
      times === 1 ? '1 telefonata di cortesia' : `${times} telefonate di cortesia`,
  },
  other: (task, times) => (times === 1 ? task : `${task} (${often(times).trim()})`),
  fixed: count => (count === 1 ? '1 piccolo problema risolto' : `${count} piccoli problemi risolti`),
  andMore: count => (count === 1 ? 'e un’altra voce' : `e altre ${count} voci`),
};

function often(times: number): string {
  return times === 1 ? '' : ` ${times} volte`;
}
