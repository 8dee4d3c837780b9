/** What an administrator opened a person for. */
export type PersonTask = 'entries' | 'export' | 'restrict' | 'erase';
