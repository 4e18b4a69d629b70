import type { CareWords } from '../care-work';

/** What was looked after, as the care log says it. */
export const frenchCare: CareWords = {
  tasks: {
    'Backup restore test': times =>
      times === 1
        ? '1 restauration de sauvegarde vérifiée'
        : `${times} restaurations de sauvegarde vérifiées`,
    'Backup report': times =>
      times === 1 ? '1 rapport de sauvegarde lu' : `${times} rapports de sauvegarde lus`,
    Updates: times => `mises à jour installées${often(times)}`,
    Antivirus: times => `antivirus vérifié${often(times)}`,
    Licences: times => `licences vérifiées${often(times)}`,
    'Accounts of leavers': times => `comptes des anciens collaborateurs vérifiés${often(times)}`,
    'Disk and UPS health': times => `disques et onduleur vérifiés${often(times)}`,
    'Security review': times => (times === 1 ? '1 revue de sécurité' : `${times} revues de sécurité`),
    Documentation: times => `documentation mise à jour${often(times)}`,
    'Call to ask how things are': times =>
      times === 1 ? '1 appel pour prendre des nouvelles' : `${times} appels pour prendre des nouvelles`,
  },
  other: (task, times) => (times === 1 ? task : `${task} (${often(times).trim()})`),
  fixed: count => (count === 1 ? '1 petit défaut corrigé' : `${count} petits défauts corrigés`),
  andMore: count => (count === 1 ? 'et 1 autre' : `et ${count} autres`),
};

function often(times: number): string {
  return times === 1 ? '' : ` ${times} fois`;
}
