import type { CalendarDate } from '../units/calendar-date';

/** A task that most firms look after, as *Start a care plan* offers it. */
export interface StarterTask {
  readonly task: string;
  /** Days from one time to the next. */
  readonly every: number;
  /** Doing it is contact with the client. */
  readonly isContact: boolean;
}

const starter = <Name extends string>(task: Name, every: number, isContact = false) => ({
  task,
  every,
  isContact,
});

/** In the order in which they are offered; mails know how to say them in every language. */
export const starterTasks = [
  starter('Backup restore test', 90),
  starter('Backup report', 7),
  starter('Updates', 30),
  starter('Antivirus', 30),
  starter('Licences', 180),
  starter('Accounts of leavers', 30),
  starter('Disk and UPS health', 90),
  starter('Security review', 365),
  starter('Documentation', 180),
  starter('Call to ask how things are', 60, true),
] as const;

export type StarterName = (typeof starterTasks)[number]['task'];

/** The words that the lists of Care plan and Small things offer. */
export const careResults = ['OK', 'Failed'] as const;
type CareResult = (typeof careResults)[number];

/** The most pressing first. */
export const priorities = ['high', 'normal', 'low'] as const;
type Priority = (typeof priorities)[number];

export const thingStates = ['open', 'fixed'] as const;
type ThingState = (typeof thingStates)[number];

/** A row of Care plan: a task that comes again. */
export interface CareTask {
  readonly row: number;
  /** The folded name. */
  readonly clientKey: string;
  readonly client: string;
  readonly task: string;
  /** Days from one time to the next; nothing for a task that comes once. */
  readonly every: number | undefined;
  readonly lastDone: CalendarDate | undefined;
  /** As it stands in the sheet. */
  readonly nextDue: CalendarDate | undefined;
  /** Something stands in Next due that is no day: it is left to the check. */
  readonly isNextDueOdd: boolean;
  /** Of the last time; nothing where the cell is blank or holds another word. */
  readonly result: CareResult | undefined;
  /** As the cell says it. */
  readonly resultText: string;
  /** Doing it is contact with the client. */
  readonly isContact: boolean;
  /** Somebody has ticked Done, and it is not written down yet. */
  readonly isTicked: boolean;
  readonly who: string;
  readonly note: string;
}

/** A row of Small things: a little finding that should be put right on the next visit. */
export interface SmallThing {
  readonly row: number;
  readonly clientKey: string;
  readonly client: string;
  readonly what: string;
  readonly foundOn: CalendarDate | undefined;
  readonly priority: Priority;
  readonly state: ThingState;
  readonly fixedOn: CalendarDate | undefined;
}

/** A row of Care log: a task that was done on a day. */
export interface CareDone {
  readonly row: number;
  readonly clientKey: string;
  readonly date: CalendarDate;
  readonly task: string;
  readonly result: CareResult | undefined;
  /** Blank, or as the cell says it. */
  readonly resultText: string;
}

/** What is looked after, and what came of it. */
export interface Care {
  readonly tasks: readonly CareTask[];
  readonly things: readonly SmallThing[];
  readonly log: readonly CareDone[];
}

/** What is still to be done; what was done is left out, for the log only grows. */
export type OpenCare = Pick<Care, 'tasks' | 'things'>;

export const noCare: Care = { tasks: [], things: [], log: [] };
