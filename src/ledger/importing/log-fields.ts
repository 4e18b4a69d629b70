import { foldName } from '../units/names';

/** What a column of a time tracker's log can hold. */
export const logFields = [
  'date',
  'start',
  'start date',
  'start time',
  'end',
  'end date',
  'end time',
  'from to',
  'duration',
  'decimal duration',
  'hours',
  'minutes',
  'seconds',
  'client',
  'project',
  'task',
  'description',
  'tags',
  'billable',
  'invoiced',
  'person',
  'full name',
  'first name',
  'last name',
  'email',
  'id',
] as const;
export type LogField = (typeof logFields)[number];

/** The column of each field, counted from 0. */
export type LogColumns = Readonly<Partial<Record<LogField, number>>>;

/** Headers as trackers write them, folded, without accents: English, German, French, Spanish, Portuguese, Italian, Dutch, Polish, Czech, Swedish, Danish, Japanese. */
const words: Readonly<Record<LogField, string>> = {
  date: 'date|day|datum|tag|jour|fecha|dia|data|giorno|dzien|dag|den|dato|日付|日|spent date|work date|entry date|date of work|leistungsdatum',
  start:
    'start|from|begin|von|beginn|anfang|de|debut|desde|inicio|das|da|inizio|van|od|zacatek|fran|fra|開始|started at|started|from time|time from|clock in',
  'start date':
    'start date|startdatum|anfangsdatum|date de debut|date debut|fecha de inicio|fecha inicio|data de inicio|data inicio|data di inizio|data inizio|begindatum|data rozpoczecia|datum zahajeni|datum zacatku|startdato|開始日',
  'start time':
    'start time|startzeit|anfangszeit|heure de debut|heure debut|hora de inicio|hora inicio|ora di inizio|ora inizio|begintijd|starttijd|godzina rozpoczecia|czas rozpoczecia|cas zahajeni|cas zacatku|starttid|starttidspunkt|開始時刻|開始時間',
  end: "end|to|until|bis|ende|a|fin|jusqu'a|hasta|ate|as|al|fim|fine|tot|einde|do|konec|till|til|slut|終了|stop|ended at|ended|to time|time to|clock out",
  'end date':
    'end date|stop date|enddatum|date de fin|date fin|fecha de fin|fecha de finalizacion|fecha fin|data de fim|data fim|data final|data de termino|data di fine|data fine|einddatum|data zakonczenia|datum ukonceni|datum konce|slutdatum|slutdato|終了日',
  'end time':
    'end time|stop time|endzeit|heure de fin|heure fin|hora de fin|hora de finalizacion|hora fin|hora de fim|hora fim|hora final|hora de termino|ora di fine|ora fine|eindtijd|godzina zakonczenia|czas zakonczenia|cas ukonceni|cas konce|sluttid|sluttidspunkt|終了時刻|終了時間',
  'from to': 'timestamp|from to|time range',
  duration:
    'duration|dauer|duree|duracion|duracao|durata|duur|czas trwania|czas|trvani|varaktighet|varighed|期間|時間|time|time spent|zeit|temps|tiempo|tempo|tijd|cas|tid|duration h|dauer h|duree h|duracion h|duracao h|durata h|duur h|time h|tracked time|tracked',
  'decimal duration':
    'duration decimal|decimal duration|dauer dezimal|duree decimale|duree decimal|duracion decimal|duracao decimal|durata decimale|duur decimaal|czas trwania dziesietny|czas trwania dziesietnie|trvani desetinne|varaktighet decimal|varighed decimal|時間 10進数|期間 10進数|time decimal|zeit dezimal',
  hours:
    'hours|logged hours|stunden|heures|horas|ore|uren|godziny|hodiny|timmar|timer|時間数|hours spent|hrs|hours worked|worked hours|hours decimal|std|hours used|used hours|hours charged|hours logged',
  minutes: 'minutes|minuten|minutos|minuti|minuty|minuter|minutter|分|mins|min',
  seconds: 'seconds|sekunden|secondes|segundos|secondi|seconden|sekundy|sekunder|秒',
  client:
    'client|customer|kunde|cliente|klant|klient|zakaznik|kund|クライアント|顧客|group or client|client name|customer name|auftraggeber|company|firma|unternehmen|entreprise|empresa|azienda|bedrijf',
  project:
    'project|projekt|projet|proyecto|projeto|progetto|プロジェクト|project name|projektname|matter|job',
  task: 'task|aufgabe|tache|tarea|tarefa|attivita|compito|taak|zadanie|ukol|uppgift|opgave|タスク|task name|activity|tatigkeit|activite|actividad|atividade|activiteit|aktywnosc|czynnosc|cinnost|aktivitet|アクティビティ|作業|service',
  description:
    'description|notes|note|beschreibung|notiz|notizen|descripcion|descricao|descrizione|omschrijving|beschrijving|opis|popis|beskrivning|beskrivelse|説明|メモ|comment|comments|what was done|memo|bemerkung|kommentar|details|what we did|work done|work performed|what|notas|notities|uwagi|poznamka|text|work',
  tags: 'tags|schlagworter|schlagworte|etiquettes|mots-cles|etiquetas|etichette|labels|etykiety|tagi|stitky|etiketter|taggar|タグ',
  billable:
    'billable|abrechenbar|verrechenbar|facturable|faturavel|fatturabile|factureerbaar|declarabel|rozliczalne|platne|fakturowalne|fakturovatelne|uctovatelne|debiterbar|fakturerbar|請求可能|is billable|chargeable',
  invoiced:
    'invoiced|exported|exportiert|abgerechnet|in rechnung gestellt|exporte|facture|facturado|exportado|faturado|fatturato|esportato|gefactureerd|geexporteerd|zafakturowane|wyeksportowano|wyeksportowane|fakturovano|exportovano|fakturerad|exporterad|faktureret|eksporteret|請求済み|エクスポート済み|billed',
  person:
    'user|person|who|member|team member|employee|staff|benutzer|mitarbeiter|utilisateur|usuario|utilizador|utente|gebruiker|medewerker|uzytkownik|pracownik|uzivatel|anvandare|bruger|medarbejder|technician|engineer|consultant|tech|ユーザー|メンバー|担当者|user name|personne|persona|pessoa|persoon|osoba',
  'full name': 'name|nom|nombre|nome|naam|nazwisko|jmeno|namn|navn|名前|full name|alias',
  'first name': 'first name|vorname|prenom|nombre de pila|voornaam|imie|krestni jmeno|fornamn|fornavn|名',
  'last name':
    'last name|nachname|nom de famille|apellido|apellidos|cognome|sobrenome|achternaam|prijmeni|efternamn|efternavn|姓',
  email: 'email|e-mail|mail|email address|e-mail-adresse|adresse e-mail|correo electronico|メール',
  id: 'id|entry id|external id|time entry id|time id',
};

const fieldOfWord = new Map<string, LogField>();
for (const field of logFields)
  for (const word of words[field].split('|')) if (!fieldOfWord.has(word)) fieldOfWord.set(word, field);

/** The form in which headers match: case, accents, `?`, `_` and blanks do not count; what stands in parentheses is kept as words. */
function foldHeader(header: string): string {
  const plain = foldName(header).normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
  return plain
    .replace(/[?_:()*]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** As Google calls the first column of a form's responses, in the same languages. */
const timestamps = new Set(
  'timestamp|zeitstempel|horodateur|marca temporal|carimbo de data/hora|informazioni cronologiche|tijdstempel|sygnatura czasowa|casova znacka|tidstampel|tidsstempel|タイムスタンプ'.split(
    '|',
  ),
);

/** Whether a column says when a form was sent. */
export function isTimestamp(header: string): boolean {
  return timestamps.has(foldHeader(header));
}

/** The field of a header; first with what stands in parentheses, which parts `Duration (h)` from `Duration (decimal)`. */
function fieldOfHeader(header: string): LogField | undefined {
  const whole = fieldOfWord.get(foldHeader(header));
  return whole ?? fieldOfWord.get(foldHeader(header.replace(/[(（].*?[)）]/g, ' ')));
}

/** The field of each column; of several columns with one the first counts. */
export function fieldsOf(headers: readonly string[]): (LogField | '')[] {
  const taken = new Set<LogField>();
  return headers.map(header => {
    const field = fieldOfHeader(header);
    if (!field || taken.has(field)) return '';
    taken.add(field);
    return field;
  });
}

export function columnsOf(fields: readonly (LogField | '')[]): LogColumns {
  const columns: Partial<Record<LogField, number>> = {};
  for (const [at, field] of fields.entries())
    if (field !== '' && columns[field] === undefined) columns[field] = at;
  return columns;
}

const days: readonly LogField[] = ['date', 'start', 'start date'];
const lengths: readonly LogField[] = [
  'duration',
  'decimal duration',
  'hours',
  'minutes',
  'seconds',
  'end',
  'end time',
  'from to',
];

/** Whether these are columns of work: a day, and how long it was. */
function areOfWork(fields: readonly (LogField | '')[]): boolean {
  const has = (wanted: readonly LogField[]) => wanted.some(field => fields.includes(field));
  return has(days) && has(lengths);
}

/** A title, a period or an address may stand above the headers, in so many rows at most. */
export const headerSearch = 30;

/** Where the headers of a log stand, counted from 0; -1 where these rows are no log of work. */
export function headerOfLog(rows: readonly (readonly string[])[]): number {
  return rows.slice(0, headerSearch).findIndex(row => areOfWork(fieldsOf(row)));
}

/** Headers that stand there twice. */
export function twiceIn(headers: readonly string[]): string[] {
  const folded = headers.map(foldHeader);
  return headers.filter((header, at) => header.trim() !== '' && folded.indexOf(foldHeader(header)) !== at);
}
