import type { JobState } from '../../../src/contract';

/** How far an erasure is, in a word or two. */
export const stateWords: Record<JobState, string> = {
  asked: 'Asked for',
  fenced: 'Begun',
  deleting: 'Deleting',
  verifying: 'Looking again',
  done: 'Done',
  confirmed: 'Done and confirmed',
  stuck: 'Held up',
};
