import type { JobState } from '../../../src/contract';
import type { Key } from '../../shared/words/words';

/** How far an erasure is, in a word or two. */
export const stateWords = {
  asked: 'erasures.state-asked',
  fenced: 'erasures.state-fenced',
  deleting: 'erasures.state-deleting',
  verifying: 'erasures.state-verifying',
  done: 'erasures.state-done',
  confirmed: 'erasures.state-confirmed',
  stuck: 'erasures.state-stuck',
} as const satisfies Record<JobState, Key>;
