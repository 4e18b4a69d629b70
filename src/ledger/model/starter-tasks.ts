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
