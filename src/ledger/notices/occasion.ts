import type { Ledger } from '../model/ledger';
import type { MailKind } from '../model/levels';
import type { OpenBlock } from '../rules/open-block';
import type { SettledClient } from '../rules/settle';
import type { Standing } from '../rules/standing';
import type { CalendarDate } from '../units/calendar-date';
import type { Language } from '../units/language';
import type { LocalText } from '../units/local-text';
import type { CareWork } from '../words/care-work';
import type { MailWords } from '../words/mail-words';
import type { DueLevel } from './due';
import type { runOutOf } from './run-out-range';

/** Why a client is written to. */
export interface Occasion {
  readonly kind: MailKind;
  /** The levels that the mail is to name, worst first. */
  readonly levels: readonly Pick<DueLevel, 'level' | 'block' | 'owed'>[];
  /** For a reminder: the day of the first notice. */
  readonly firstNotice?: CalendarDate;
  /** Instead of the client's own, for a preview. */
  readonly language?: Language;
  /** Instead of the blocks that end soon, for a preview. */
  readonly ending?: readonly Ending[];
}

/** Hours of a block that end on a day. */
export type Ending = Pick<OpenBlock, 'left' | 'expires'> & { readonly block: { readonly number: string } };

/** Everything that the parts of a letter are made from. */
export interface About {
  readonly settled: SettledClient;
  readonly settings: Ledger['settings'];
  readonly standing: Standing;
  readonly ending: readonly Ending[];
  readonly runsOut: ReturnType<typeof runOutOf>;
  readonly care: CareWork | undefined;
  readonly local: LocalText;
  readonly words: MailWords;
}
