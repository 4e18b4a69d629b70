/** Logs as time trackers export them, made of one log of work. */
import Papa from 'papaparse';
import type { Tracker } from '../../src/ledger/importing/trackers';
import { type CalendarDate, isoDate } from '../../src/ledger/units/calendar-date';

/** Work before any tracker has written it down. */
export interface Work {
  readonly date: CalendarDate;
  /** Second of the day on which it began. */
  readonly start: number;
  readonly seconds: number;
  readonly person: string;
  readonly client: string;
  readonly project: string;
  readonly task: string;
  readonly description: string;
  readonly billable: boolean;
}

/** How a tracker writes it: its headers, a row for each piece of work, and what of it is lost there. */
export interface TrackerFile {
  readonly tracker: Tracker;
  readonly headers: readonly string[];
  row(work: Work): readonly string[];
  /** To how many seconds it counts. */
  readonly grain?: number;
  readonly hasClock?: boolean;
  readonly hasBillable?: boolean;
  readonly text?: (work: Work) => string;
}

const two = (number: number) => String(number).padStart(2, '0');
const clockOf = (second: number) =>
  `${two(Math.floor(second / 3600) % 24)}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
const spanOf = (seconds: number) =>
  `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
const halfDay = (second: number) => {
  const [hour = 0] = [Math.floor(second / 3600) % 24];
  return `${two(hour % 12 || 12)}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)} ${hour < 12 ? 'AM' : 'PM'}`;
};
const hours = (seconds: number) => (seconds / 3600).toFixed(4);
const yes = (is: boolean) => (is ? 'Yes' : 'No');
const day = ({ date }: Work) => isoDate(date);
const end = ({ start, seconds }: Work) => start + seconds;
const endDay = (work: Work) => isoDate((work.date + Math.floor(end(work) / 86_400)) as CalendarDate);
const american = (date: string) => {
  const [y, m, d] = date.split('-');
  return `${m}/${d}/${y}`;
};
const dotted = (date: string) => date.split('-').reverse().join('.');

export const trackerFiles: Readonly<Record<string, TrackerFile>> = {
  Toggl: {
    tracker: 'Toggl',
    hasClock: true,
    hasBillable: true,
    headers:
      'User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount (USD)'.split(
        ',',
      ),
    row: work => [
      work.person,
      'kim@firm.example',
      work.client,
      work.project,
      work.task,
      work.description,
      yes(work.billable),
      day(work),
      clockOf(work.start),
      endDay(work),
      clockOf(end(work)),
      spanOf(work.seconds),
      '',
      '12.00',
    ],
  },
  'Toggl, newer': {
    tracker: 'Toggl',
    hasClock: true,
    hasBillable: true,
    headers:
      'Description,Billable,Duration,Member,Email,Project,Tags,Start date,Start time,Stop date,Stop time,Client,Task'.split(
        ',',
      ),
    row: work => [
      work.description,
      yes(work.billable),
      spanOf(work.seconds),
      work.person,
      '',
      work.project,
      '',
      day(work),
      clockOf(work.start),
      endDay(work),
      clockOf(end(work)),
      work.client,
      work.task,
    ],
  },
  Clockify: {
    tracker: 'Clockify',
    hasClock: true,
    hasBillable: true,
    headers:
      'Project,Client,Description,Task,User,Group,Email,Tags,Billable,Start Date,Start Time,End Date,End Time,Duration (h),Duration (decimal),Billable Rate (USD),Billable Amount (USD)'.split(
        ',',
      ),
    row: work => [
      work.project,
      work.client,
      work.description,
      work.task,
      work.person,
      '',
      '',
      '',
      yes(work.billable),
      american(day(work)),
      halfDay(work.start),
      american(endDay(work)),
      halfDay(end(work)),
      spanOf(work.seconds),
      (work.seconds / 3600).toFixed(2),
      '90.00',
      '45.00',
    ],
  },
  Harvest: {
    tracker: 'Harvest',
    hasBillable: true,
    headers:
      'Date,Client,Project,Project Code,Task,Notes,Hours,Hours Rounded,Billable?,Invoiced?,Approved?,First Name,Last Name,Roles,Employee?'.split(
        ',',
      ),
    row: work => [
      day(work),
      work.client,
      work.project,
      'P-1',
      work.task,
      work.description,
      hours(work.seconds),
      '99',
      yes(work.billable),
      'No',
      'No',
      work.person,
      '',
      '',
      'Yes',
    ],
  },
  'Kimai, in seconds': {
    tracker: 'Kimai',
    grain: 60,
    hasClock: true,
    hasBillable: true,
    headers:
      'Date,From,To,Duration,User,Name,Customer,Project,Activity,Description,Exported,Billable,Tags,Hourly price'.split(
        ',',
      ),
    row: work => [
      day(work),
      clockOf(work.start).slice(0, 5),
      clockOf(end(work)).slice(0, 5),
      String(work.seconds),
      'kim',
      work.person,
      work.client,
      work.project,
      work.task,
      work.description,
      'No',
      yes(work.billable),
      '',
      '90',
    ],
  },
  'Kimai, in German': {
    tracker: 'Kimai',
    grain: 60,
    hasClock: true,
    hasBillable: true,
    headers:
      'Datum,Von,Bis,Dauer,Benutzer,Name,Kunde,Projekt,Tätigkeit,Beschreibung,Exportiert,Abrechenbar,Schlagworte'.split(
        ',',
      ),
    row: work => [
      dotted(day(work)),
      clockOf(work.start).slice(0, 5),
      clockOf(end(work)).slice(0, 5),
      spanOf(work.seconds).slice(0, 5),
      'kim',
      work.person,
      work.client,
      work.project,
      work.task,
      work.description,
      'nein',
      work.billable ? 'ja' : 'nein',
      '',
    ],
  },
  'Kimai, in French with decimals': {
    tracker: 'Kimai',
    grain: 60,
    hasClock: true,
    hasBillable: true,
    headers:
      'Date,De,À,Durée,Utilisateur,Nom,Client,Projet,Activité,Description,Exporté,Facturable,Étiquettes'.split(
        ',',
      ),
    row: work => [
      american(day(work)),
      clockOf(work.start).slice(0, 5),
      clockOf(end(work)).slice(0, 5),
      (work.seconds / 3600).toFixed(2).replace('.', ','),
      'kim',
      work.person,
      work.client,
      work.project,
      work.task,
      work.description,
      'non',
      work.billable ? 'oui' : 'non',
      '',
    ],
  },
  'Kimai, in Spanish': {
    tracker: 'Kimai',
    grain: 60,
    hasClock: true,
    hasBillable: true,
    headers:
      'Fecha,Desde,Hasta,Duración,Usuario,Nombre,Cliente,Proyecto,Actividad,Descripción,Exportado,Facturable,Etiquetas'.split(
        ',',
      ),
    row: work => [
      day(work),
      clockOf(work.start).slice(0, 5),
      clockOf(end(work)).slice(0, 5),
      spanOf(work.seconds),
      'kim',
      work.person,
      work.client,
      work.project,
      work.task,
      work.description,
      'no',
      work.billable ? 'sí' : 'no',
      '',
    ],
  },
  solidtime: {
    tracker: 'solidtime',
    hasClock: true,
    hasBillable: true,
    headers: 'Description,Task,Project,Client,User,Start,End,Duration,Duration (decimal),Billable,Tags'.split(
      ',',
    ),
    row: work => [
      work.description,
      work.task,
      work.project,
      work.client,
      work.person,
      `${day(work)} ${clockOf(work.start)}`,
      `${endDay(work)} ${clockOf(end(work))}`,
      spanOf(work.seconds),
      (work.seconds / 3600).toFixed(2),
      yes(work.billable),
      '',
    ],
  },
  'solidtime, its own': {
    tracker: 'solidtime',
    hasClock: true,
    hasBillable: true,
    headers: 'description,task,project,client,user,start,end,billable,tags'.split(','),
    row: work => [
      work.description,
      work.task,
      work.project,
      work.client,
      work.person,
      `${day(work)}T${clockOf(work.start)}Z`,
      `${endDay(work)}T${clockOf(end(work))}Z`,
      String(work.billable),
      '',
    ],
  },
  TimeCamp: {
    tracker: 'TimeCamp',
    headers: 'Day,User,Task,Tags,Time,Timestamp,Notes'.split(','),
    row: work => [
      day(work),
      work.person,
      `${work.client} / ${work.project}`,
      '',
      `${Math.floor(work.seconds / 3600)}h ${Math.floor(work.seconds / 60) % 60}m ${work.seconds % 60}s`,
      '',
      work.description,
    ],
    text: work => work.description || `${work.client} / ${work.project}`,
  },
  Everhour: {
    tracker: 'Everhour',
    headers: 'Date,Client,Project,Task,Member,Comments,Time'.split(','),
    row: work => [
      day(work),
      work.client,
      work.project,
      work.task,
      work.person,
      work.description,
      spanOf(work.seconds),
    ],
  },
  Tick: {
    tracker: 'Tick',
    headers: 'Id,Client,Project,Task,Date,User,Hours,Notes,Entry Created At'.split(','),
    row: work => [
      '',
      work.client,
      work.project,
      work.task,
      day(work),
      work.person,
      hours(work.seconds),
      work.description,
      '2026-01-01 10:00',
    ],
  },
  Noko: {
    tracker: 'Noko',
    grain: 60,
    hasBillable: true,
    headers: 'Date,Person,Group or Client,Project,Minutes,Hours,Tags,Description,Billable,Invoiced'.split(
      ',',
    ),
    row: work => [
      day(work),
      work.person,
      work.client,
      work.project,
      String(work.seconds / 60),
      (work.seconds / 3600).toFixed(2),
      '',
      work.description,
      yes(work.billable),
      'no',
    ],
    text: work => work.description,
  },
  Timely: {
    tracker: 'Timely',
    headers: 'Client,Project,Date,Name,Logged Hours,Notes,From,To,External ID'.split(','),
    row: work => [
      work.client,
      work.project,
      day(work),
      work.person,
      spanOf(work.seconds),
      work.description,
      '',
      '',
      '',
    ],
    text: work => work.description,
  },
  'a table of one’s own': {
    tracker: 'Table',
    headers: 'Date,Who,Customer,Hours,What was done'.split(','),
    row: work => [day(work), work.person, work.client, hours(work.seconds), work.description],
    text: work => work.description,
  },
};

/** The order of columns is nobody's to rely on. */
export function printLog(
  file: TrackerFile,
  works: readonly Work[],
  order = file.headers.map((_, at) => at),
  delimiter = ',',
): string {
  const shuffled = (cells: readonly string[]) => order.map(at => cells[at] ?? '');
  return Papa.unparse([shuffled(file.headers), ...works.map(work => shuffled(file.row(work)))], {
    delimiter,
  });
}

export function printTimeclock(works: readonly Work[]): string {
  return works
    .map(
      work =>
        `i ${day(work)} ${clockOf(work.start)} ${work.client}:${work.project}  ${work.description}\no ${endDay(work)} ${clockOf(end(work))}\n`,
    )
    .join('');
}
