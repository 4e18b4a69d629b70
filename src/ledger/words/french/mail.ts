import type { MailWords } from '../mail-words';
import { frenchCare } from './care';

export const frenchMail: MailWords = {
  usual: {
    Greeting: 'Bonjour {{contact}},',
    Offer: 'Pour continuer sans interruption, voici notre proposition\u00a0:',
    'How to renew':
      'Pour accepter, répondez simplement «\u00a0oui\u00a0» à cet e-mail ou indiquez-nous un autre volume d’heures.{{#payment link}} Vous pouvez aussi renouveler en ligne\u00a0:{{/payment link}}',
    Closing: 'Cordialement,\n{{sender}}',
  },
  kinds: {
    low: {
      Subject: '{{client}}\u00a0: il reste {{hours left}} sur {{hours bought}} prépayées',
      Opening:
        'Le temps prépayé pour {{client}} touche à sa fin\u00a0: il reste {{hours left}} sur {{hours bought}}.',
    },
    'used up': {
      Subject:
        'Le temps prépayé pour {{client}} est épuisé{{#hours over}}, avec {{hours over}} de dépassement{{/hours over}}',
      Opening:
        'Le temps prépayé pour {{client}} est épuisé{{#hours over}}\u00a0; {{hours over}} de plus ont déjà été effectuées{{/hours over}}.',
    },
    expired: {
      Subject: 'Le temps prépayé pour {{client}} a expiré',
      Opening:
        'Le temps prépayé pour {{client}} a expiré{{#hours expired}}\u00a0; {{hours expired}} n’ont pas été utilisées{{/hours expired}}{{#hours over}}\u00a0; {{hours over}} de plus ont été effectuées{{/hours over}}.',
    },
    expiring: {
      Subject: '{{client}}\u00a0: {{hours ending}} de temps prépayé à utiliser jusqu’au {{ends on}}',
      Opening:
        'Une partie du temps prépayé pour {{client}} expire bientôt\u00a0: vous pouvez utiliser {{hours ending}} jusqu’au {{ends on}}.',
    },
    reminder: {
      Subject: 'Rappel\u00a0: temps prépayé pour {{client}}, solde {{hours left}}',
      Opening:
        '{{#first notice}}Le {{first notice}}, nous vous avons écrit au sujet du temps prépayé pour {{client}}. {{/first notice}}Le solde est maintenant de {{hours left}}. Nous serions heureux de savoir si vous souhaitez continuer.',
    },
    'thank you': {
      Subject: 'Merci\u00a0: {{hours bought}} de temps prépayé pour {{client}}',
      Opening:
        'Merci pour votre renouvellement. {{hours bought}} ont été ajoutées pour {{client}}\u00a0; le solde est maintenant de {{hours left}}.',
    },
    unpaid: {
      Subject: 'Rappel de paiement\u00a0: {{amount due}} pour {{client}}',
      Opening:
        '{{#first notice}}Le {{first notice}}, nous vous avons déjà écrit à ce sujet. {{/first notice}}Cela vous a peut-être échappé\u00a0: {{amount due}} pour le temps prépayé de {{client}} étaient à payer pour le {{due on}}. Si vous avez payé entre-temps, ne tenez pas compte de ce message.',
    },
    statement: {
      Subject: 'Temps prépayé de {{client}}\u00a0: relevé pour {{period}}',
      Opening:
        'Vous trouverez en pièce jointe le relevé de votre temps prépayé pour la période {{period}}. Solde d’aujourd’hui\u00a0: {{hours left}}.',
    },
  },
  colon: '\u00a0: ',
  leftOf: bought => `restantes sur ${bought}`,
  overOf: bought => `au-delà des ${bought} prépayées`,
  leftInAll: 'restantes au total',
  usedOf: (used, bought) => `${used} utilisées sur ${bought}`,
  worth: 'Valeur',
  saved: 'Économisé à ce jour',
  runsOut: 'Épuisement prévu',
  orderBy: 'Commander au plus tard le',
  notYetUsable: 'Achetées, pas encore utilisables',
  beyond: 'Au-delà du temps prépayé',
  expiredUnused: 'Expirées sans être utilisées',
  endsOn: date => `Expire le ${date}`,
  andMore: count => `et ${count} de plus`,
  lately: 'Derniers travaux',
  otherSizes: 'Autres volumes',
  about: date => `vers le ${date}`,
  between: (first, last) => `entre le ${first} et le ${last}`,
  waits: hours => `${hours}, déduites d’abord du prochain bloc`,
  invoiced: hours => `${hours}, à facturer`,
  another: hours => `Un nouveau bloc de ${hours}`,
  instead: price => `au lieu de ${price}`,
  taxed: (tax, name, total) => `plus ${tax} de ${name}, soit ${total} au total`,
  lasts: time => `suffit pour environ ${time}`,
  weeks: count => (count === 1 ? '1 semaine' : `${count} semaines`),
  months: count => `${count} mois`,
  renew: hours => `Renouveler ${hours}`,
  toPay: 'à payer',
  dueOn: date => `À payer pour le ${date}`,
  sayYes: hours => `Oui, ${hours}, s’il vous plaît`,
  yesSubject: (hours, client, block) => `Oui : ${hours} pour ${client} (${block})`,
  yesBody: (hours, price) => `Oui, nous souhaitons ${hours} supplémentaires pour ${price}.`,
  inAll: (price, total) => `${price} (${total} au total)`,
  pay: 'Payer en ligne',
  planWork:
    'Voulez-vous planifier les travaux qui seraient perdus ? Répondez simplement à ce message en indiquant les jours qui vous conviennent.',
  work: 'Intervention',
  careSince: date => `Suivi depuis le ${date}`,
  care: frenchCare,
  page: {
    link: 'Votre page, toujours à jour',
    title: client => `Temps prépayé pour ${client}`,
    period: 'Ce mois-ci, à ce jour',
    opening: 'Au début',
    added: 'Ajouté',
    charged: 'Déduit pour le travail',
    other: 'Autres changements',
    closing: 'Reste maintenant',
    asOf: date => `Situation au ${date}`,
    today: 'aujourd’hui',
    hoursOn: (hours, date) => `Il reste ${hours} le ${date}.`,
    came: (hours, date) => `${hours} ajoutées le ${date}.`,
    press: hours => `Oui, renouveler ${hours}`,
    thanks: 'Merci. Nous avons noté votre accord et vous le confirmerons.',
    answered: date => `Vous avez donné votre accord le ${date}. Nous vous le confirmerons.`,
    again: 'Cela n’a pas fonctionné. Veuillez recharger la page ou répondre à notre e-mail.',
  },
};
