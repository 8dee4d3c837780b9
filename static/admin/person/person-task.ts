/** What an administrator opened a person for. */
const TASKS = ['entries', 'export', 'restrict', 'erase'] as const;

export type PersonTask = (typeof TASKS)[number];

/** The task that an address names; to look is the least. */
export const taskOf = (named: string | null): PersonTask => TASKS.find((task) => task === named) ?? 'entries';
