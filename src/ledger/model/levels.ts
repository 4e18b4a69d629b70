/** What a mail to a client can be about: the levels, a reminder of one, thanks for a renewal, a bill that is past its day, and the account of a month. */
export const mailKinds = [
  'low',
  'used up',
  'expired',
  'expiring',
  'reminder',
  'thank you',
  'unpaid',
  'statement',
] as const;
export type MailKind = (typeof mailKinds)[number];

/** The texts of a mail that an office manager may write; what stands between them are figures. */
export const mailParts = ['Subject', 'Greeting', 'Opening', 'Offer', 'How to renew', 'Closing'] as const;
export type MailPart = (typeof mailParts)[number];

export type MailTexts = Readonly<Record<MailPart, string>>;

/** How a client stands when it is written to, worst first. */
const levels = ['used up', 'expired', 'low', 'expiring'] as const;
export type Level = (typeof levels)[number];

/** The levels that are repeated without an answer; `expired` is repeated as `used up`. */
export type RepeatedLevel = 'used up' | 'low';
export const mostReminders = 2;

/** Everything that a row of Notices can be about, in the order in which a mail names it. */
export const noticeLevels = [
  'used up',
  'expired',
  'low',
  'used up reminder 1',
  'used up reminder 2',
  'low reminder 1',
  'low reminder 2',
  'expiring',
  'thank you',
  'unpaid',
  'unpaid reminder 1',
  'statement',
] as const;
export type NoticeLevel = (typeof noticeLevels)[number];

/** The number of a reminder; 0 for what is none. */
export function reminderOf(level: NoticeLevel): number {
  return Number(/ reminder (\d)$/.exec(level)?.[1] ?? 0);
}

export function reminderLevel(of: RepeatedLevel, reminder: number): NoticeLevel {
  return `${of} reminder ${reminder}` as NoticeLevel;
}

/** What the client is told of: `expired` counts as `used up`. */
export function toldAs(level: NoticeLevel): NoticeLevel {
  return level === 'expired' ? 'used up' : level;
}

/** A reminder to pay, the first or its repeat: it is about one block, and no answer to it is a renewal. */
export function isUnpaid(level: NoticeLevel | undefined): boolean {
  return level === 'unpaid' || level === 'unpaid reminder 1';
}

/** Nobody waits for an answer to it. */
export function isWithoutAnswer(level: NoticeLevel): boolean {
  return level === 'thank you' || level === 'statement';
}

/** The words that a mail about it has. */
export function mailKindOf(level: NoticeLevel): MailKind {
  if (isUnpaid(level)) return 'unpaid';
  return reminderOf(level) > 0 ? 'reminder' : (level as MailKind);
}
