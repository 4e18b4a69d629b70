import { agreementPage } from '../../ledger/agreements/agreement-html';
import { dateText } from '../../ledger/units/calendar-date';
import { agreementLetter } from './agreement-mail';
import { type KeptAgreement, keepAgreement, noteOn } from './agreement-tab';
import type { LetterKind } from './give-paper';
import { type AgreementAtHand, layAgreement } from './lay-agreement';
import { plainName } from './printer';

/** An agreement is made once it is given out; those made before stay as they were. */
export const agreementKind: LetterKind<AgreementAtHand, KeptAgreement> = {
  title: 'Agreement',
  lay: layAgreement,
  keep: ({ book, hash }, { kept, shown }) => kept ?? keepAgreement(book, hash, shown),
  html: ({ agreement, made }) => agreementPage(agreement, made),
  name: ({ agreement }) =>
    plainName(`${agreement.title} ${agreement.block} ${plainName(agreement.client).slice(0, 40)}`),
  number: () => '',
  keptText: () => 'The agreement is kept in Agreements.',
  letter: agreementLetter,
  note: ({ book }, kept, { to, at }) => noteOn(book, kept, { Sent: at, 'Sent to': to }),
  mailedText: (_, to, day) => `The agreement was mailed to ${to} on ${dateText(day)}.`,
};
