import type { NoticeRow } from '../../ledger/model/notice-row';
import type { Approval } from '../../ledger/notices/begin';
import { composeLink } from '../../ledger/notices/compose-link';
import { noticeOf } from '../../ledger/notices/letter';
import { isTold } from '../../ledger/notices/plan';
import { addressText } from '../../ledger/reading/address';
import { remember } from '../../workbook/memory';
import { writeMail } from './notice-mail';
import { type NoticeDeps, type Run, serialNow } from './send-batch';
import { keepWhatWasTold, prepareRun, sendPrepared } from './send-renewal-notices';

/** What a person decides about a notice in *See what is due*. */
const decisions = ['send', 'hold', 'skip', 'sent by hand'] as const;
export type Decision = (typeof decisions)[number];

/** A mail as it would go out now. */
export interface NoticePreview {
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  /** Opens the same text in Gmail. */
  readonly compose: string;
}

const longestReason = 300;
const gone = 'This notice is not there any more. Look again.';

/** The mail of a notice as it would go out now; throws in words where it would not. */
export function previewNotice(deps: NoticeDeps, given: unknown): NoticePreview {
  const approved = readApprovals(given);
  const run = prepareRun(deps, { approved });
  const planned = run.plan.mails.find(({ rows }) => rows.some(({ key }) => key === approved[0]?.key));
  if (!planned) throw new Error(whyNot(rowsOf(run, approved)));
  const { mail, letter } = writeMail(run.stationery, planned, noticeOf(planned.due));
  const { recipients } = planned;
  const { Subject: subject } = letter.texts;
  return {
    to: addressText(recipients),
    subject,
    html: mail.htmlBody ?? '',
    compose: composeLink({ ...recipients, subject, body: mail.body }),
  };
}

/** Does what the person decided, and says what came of it; nothing is sent a second time. */
export function decideNotice(deps: NoticeDeps, given: unknown, what: unknown, reason: unknown): string {
  const approved = readApprovals(given);
  const decision = decisions.find(each => each === what);
  if (!decision) throw new Error('Choose what to do with the notice.');
  if (decision === 'send') return sendApproved(deps, approved);
  return settleByHand(prepareRun(deps), approved, decision, String(reason ?? '').trim());
}

function sendApproved(deps: NoticeDeps, approved: readonly Approval[]): string {
  const run = prepareRun(deps, { approved });
  const before = new Map(rowsOf(run, approved).map(row => [row.key, row.sentAt]));
  sendPrepared(run);
  const rows = rowsOf(run, approved);
  const sent = rows.filter(row => row.state === 'Sent' && before.get(row.key) !== row.sentAt);
  const to = [...new Set(sent.map(({ client }) => client))];
  const said = to.length === 0 ? '' : `Sent to ${to.slice(0, 5).join(', ')}${more(to.length - 5)}.`;
  const others = rows.filter(row => !sent.includes(row));
  const rest = others.length === 0 && said ? '' : whyNot(others);
  return [said, rest].filter(part => part !== '').join(' ');
}

function more(count: number): string {
  return count > 0 ? ` and ${count} more` : '';
}

/** Why rows did not go out, one sentence for each reason. */
function whyNot(rows: readonly NoticeRow[]): string {
  if (rows.length === 0) return gone;
  const reasons = rows.map(({ client, state, error }) => {
    if (state === 'Sent') return `${client} has got it already.`;
    if (state === 'Queued' && error === '') return `${client} was mailed today: this goes out tomorrow.`;
    return `${client}: ${error || state}`;
  });
  return [...new Set(reasons)].slice(0, 5).join(' ');
}

function settleByHand(
  run: Run,
  approved: readonly Approval[],
  decision: Exclude<Decision, 'send'>,
  reason: string,
): string {
  if (decision === 'skip' && reason === '') throw new Error('Type why it is skipped.');
  if (reason.length > longestReason) throw new Error(`Shorten the reason to ${longestReason} characters.`);
  const rows = rowsOf(run, approved);
  if (rows.length === 0) throw new Error(gone);
  const settled = rows.find(({ state }) => state === 'Sent' || state === 'Sending');
  if (settled) throw new Error(`${settled.client} has got it already. Look again.`);
  for (const row of rows) Object.assign(row, changeBy(decision, reason, serialNow(run.deps)));
  const added = rows.filter(({ row }) => row === 0);
  if (added.length > 0) run.tab.append(added);
  const overruled = run.tab.write(
    rows.filter(row => !added.includes(row)),
    [],
  );
  if (overruled.length > 0) throw new Error('Somebody has just set State in Notices. Look again.');
  run.tab.check();
  // Skipped or sent by hand is told: it outlives the row.
  run.memory = remember(run.deps.book.store, run.memory, { told: rows.filter(isTold) });
  keepWhatWasTold(run);
  const names = [...new Set(rows.map(({ client }) => client))].join(', ');
  return { hold: `${names}: held.`, skip: `${names}: skipped.`, 'sent by hand': `${names}: noted as sent.` }[
    decision
  ];
}

function changeBy(decision: Exclude<Decision, 'send'>, reason: string, now: number): Partial<NoticeRow> {
  if (decision === 'hold') return { state: 'Held', error: reason || 'Held by hand.' };
  // The words of a person must not read like those of a run, which takes up again what it skipped.
  if (decision === 'skip') return { state: 'Skipped', error: `By hand: ${reason}` };
  return { state: 'Sent', sentAt: now, error: 'Sent by hand.' };
}

function rowsOf({ tab, plan }: Run, approved: readonly Approval[]): readonly NoticeRow[] {
  const keys = new Set(approved.map(({ key }) => key));
  return [...tab.rows, ...plan.added].filter(({ key }) => keys.has(key));
}

/** A page may send anything. */
function readApprovals(given: unknown): readonly Approval[] {
  const list = Array.isArray(given) ? given : [];
  return list.map(each => {
    const { key, seen } = Object(each) as Record<string, unknown>;
    return { key: String(key ?? ''), seen: String(seen ?? '') };
  });
}
