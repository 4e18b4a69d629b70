/** The client card: a sidebar beside the selected row, in which time is logged. */

import { createCache } from '../google/stores';
import { sheetNamed } from '../google/workbook-reader';
import type { CardAnswer, CardSeen } from '../ledger/card/card-answer';
import type { TimeAnswer, TimeForm, TimePreview, TypedTime } from '../ledger/card/time-form';
import type { TimerView } from '../ledger/card/timer';
import { foldName } from '../ledger/units/names';
import { selectedClient } from '../workbook/selected-client';
import { lookAtClient as look, rowOfClient } from '../workflows/card/client-card';
import { logTimeOnce, openTimeForm, previewTime as preview, type TimeDeps } from '../workflows/card/log-time';
import * as timer from '../workflows/card/own-timer';
import { sellBlock } from './blocks';
import { showBeside } from './pages';
import { showStatement } from './papers';
import type { TypedWork } from './sent';
import { here, newMark, ownStore, selection } from './services';
import { locked } from './wrappers';

export function showClientCard(): void {
  const page = HtmlService.createHtmlOutputFromFile('client-card').setTitle('Client card');
  showBeside(page);
}

/** Called by *Client card* every few seconds: what it shows, so that it hears only of what has changed. */
export function lookAtClient(seen: CardSeen): CardAnswer {
  const deps = { book: here(), cache: createCache(CacheService), newMark };
  return look(deps, selection(), seen);
}

/** Called by *Client card* when *Log time* opens. */
export function timeForm(client: string): TimeForm {
  return openTimeForm(timeDeps(), client);
}

/** Called by *Client card* while somebody types: what the work would come to. */
export function previewTime(typed: TypedTime): TimePreview {
  return preview({ book: here() }, typed);
}

/** Called by *Client card*: the work as typed, which is checked again here; once an attempt. */
export function logTime(typed: TypedWork, attempt: string): TimeAnswer {
  return locked(() => logTimeOnce(timeDeps(), typed, attempt));
}

/** Called by *Client card*: the timer of whoever asks. */
export function ownTimer(): TimerView | null {
  const deps = timeDeps();
  return timer.viewTimer(deps, timer.timerOf(deps));
}

/** Called by *Client card*. */
export function startTimer(client: string): TimerView | null {
  return timer.startTimer(timeDeps(), client);
}

/** Called by *Client card*. */
export function stopTimer(): TimerView | null {
  return timer.stopTimer(timeDeps());
}

/** Called by *Client card*, which has asked first. */
export function discardTimer(): TimerView | null {
  return timer.discardTimer(timeDeps());
}

/** Called by *Client card*: *Sell a block* for the client that it shows. */
export function sellToClient(client: string): void {
  goToClient(String(client ?? ''));
  sellBlock();
}

/** Called by *Client card*: *Statement* for the client that it shows. */
export function statementOfClient(client: string): void {
  goToClient(String(client ?? ''));
  showStatement();
}

/** Windows begin with the client of the selected row: one that was chosen by hand has its row selected. */
function goToClient(client: string): void {
  const spreadsheet = SpreadsheetApp.getActive();
  const { workbook } = here();
  if (foldName(selectedClient(workbook, selection())) === foldName(client)) return;
  const row = rowOfClient(workbook, client);
  if (row === 0) throw new Error(`“${client.slice(0, 60)}” is not in Clients. Add it there first.`);
  const name = workbook.tab('Clients')?.name ?? 'Clients';
  sheetNamed(spreadsheet, name)?.getRange(row, 1).activate();
}

function timeDeps(): TimeDeps {
  const book = here();
  const own = ownStore();
  return { book, own, at: Date.now(), momentOf: book.momentOf };
}
