/** The words that the lists of Care plan and Small things offer. */
export const careResults = ['OK', 'Failed'] as const;
export type CareResult = (typeof careResults)[number];

/** The most pressing first. */
export const priorities = ['high', 'normal', 'low'] as const;
export type Priority = (typeof priorities)[number];

export const thingStates = ['open', 'fixed'] as const;
export type ThingState = (typeof thingStates)[number];
