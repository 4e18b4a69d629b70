/** The scene that `npm run local` sets for what follows: who acts, what is protected, and what strikes the next call. */

import type { BookAnswers } from '../src/ledger/importing/book-answers';
import type { ImportAnswers } from './local-import';
import type { Workbook } from './runtime';
import type { Step } from './services/command-line';
import { addTabOfKind, convertToTable, protect } from './services/scene';
import { readFault, readMeanwhile } from './services/scene-options';
import { technician } from './services/world';

export interface Scene {
  /** What a person would answer to the questions of an import. */
  answers: Omit<ImportAnswers, 'dates'> & BookAnswers;
  /** Whether the option was one of a scene. */
  set(step: Step): boolean;
  /** Lets what was planned strike this call, and nothing after it. */
  during<Result>(call: () => Promise<Result>): Promise<Result>;
}

export function createScene({ world, faults, meanwhile }: Workbook, err: (text: string) => void): Scene {
  let planned: Step[] = [];
  const setters: Readonly<Record<string, (argument: string, step: Step) => void>> = {
    '--fault': (_, step) => planned.push(step),
    '--meanwhile': (_, step) => planned.push(step),
    '--protect': place => protect(world, place),
    '--user': name => {
      world.user = name === 'owner' ? world.owner : technician;
    },
    '--table': place => convertToTable(world, place),
    '--chart-tab': () =>
      addTabOfKind(world, freeChartName(world.engine.tabs().map(({ name }) => name)), 'OBJECT'),
  };
  return {
    answers: {},
    set(step) {
      const setter = setters[step.option];
      setter?.(step.argument, step);
      return setter !== undefined;
    },
    async during(call) {
      for (const step of planned) plan({ faults, meanwhile }, step);
      const [hasFault, hasEdits] = ['--fault', '--meanwhile'].map(name =>
        planned.some(({ option }) => option === name),
      );
      planned = [];
      try {
        return await call();
      } finally {
        if (hasFault && !faults.struck) err('--fault: the call was over before.\n');
        if (hasEdits && !meanwhile.struck) err('--meanwhile: the call was over before.\n');
        faults.disarm();
        meanwhile.clear();
      }
    },
  };
}

function plan({ faults, meanwhile }: Pick<Workbook, 'faults' | 'meanwhile'>, { argument }: Step): void {
  const aim = { kind: 'data', mode: 'FULL' } as const;
  const [fault, edit] = [readFault(argument), readMeanwhile(argument)];
  if (fault?.what === 'kill') faults.killAt(fault.at, aim);
  if (fault?.what === 'throw') faults.throwAt(fault.at, aim);
  if (edit) meanwhile.at(edit.at, edit.what, aim);
}

function freeChartName(taken: readonly string[]): string {
  let number = 1;
  while (taken.includes(`Chart${number}`)) number += 1;
  return `Chart${number}`;
}
