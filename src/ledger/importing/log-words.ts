import { foldName } from '../units/names';

const plain = (text: string) =>
  foldName(text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[.:!]+$/, '')
    .trim();

const yes = new Set(
  'yes y true 1 ja oui si sim tak ano j t x ✓ ✔ wahr vrai verdadero verdadeiro vero waar prawda pravda sant sand はい billable abrechenbar facturable faturavel fatturabile factureerbaar debiterbar'.split(
    ' ',
  ),
);
const no = new Set(
  'no n false 0 nein non nao nee nie ne nej falsch faux falso onwaar falsz nepravda falsk falskt いいえ non-billable nonbillable not-billable unbillable - –'.split(
    ' ',
  ),
);

/** Yes or no in the languages of trackers; blank tells nothing, and anything else is no such word. */
export function readYes(text: string): boolean | 'blank' | 'unknown' {
  const word = plain(text).replace(/\s+/g, '-');
  if (word === '') return 'blank';
  if (yes.has(word)) return true;
  return no.has(word) ? false : 'unknown';
}

/** What is longer is a sentence. */
const longestWord = 40;

const totals =
  /^(grand |sub-?)?(total|totals|sum|summe|gesamt|gesamtsumme|zwischensumme|somme|totaux|suma|soma|totale|totaal|subtotaal|razem|celkem|summa|i alt|合計|小計)\b|^(合計|小計)/u;

/** Whether a cell begins a row of totals. */
export function isTotal(text: string): boolean {
  if (text.length > longestWord) return false;
  return totals.test(plain(text));
}

const breaks = new Set(
  'break breaks pause pausen mittagspause lunch-break pausa descanso pauze przerwa prestavka 休憩'.split(' '),
);

/** Whether work is none: a task, a tag or a kind that says so. */
export function isBreak(text: string): boolean {
  return text !== '' && text.length < longestWord && breaks.has(plain(text).replace(/\s+/g, '-'));
}
