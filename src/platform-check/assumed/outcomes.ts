import type { SiteOutcome } from '../../contract';

/** It is as the app assumes: there is nothing to say of that, and nothing to do. */
export const holds = (found: string, means = ''): SiteOutcome => ({
  verdict: 'holds',
  found,
  means,
  todo: '',
});

/** It is otherwise, and the app is made for both. */
export const copes = (found: string, means: string, todo = 'Nothing.'): SiteOutcome => ({
  verdict: 'copes',
  found,
  means,
  todo,
});

/** It is otherwise, and the app rests on it. */
export const alarms = (found: string, means: string, todo: string): SiteOutcome => ({
  verdict: 'alarm',
  found,
  means,
  todo,
});

/** It could not be measured. */
export const notTold = (
  found: string,
  todo = 'Check again later.',
  means = 'Nothing is known about it yet.',
): SiteOutcome => ({ verdict: 'not-told', found, means, todo });

/** What to do where the app cannot be relied on. */
export const STOP =
  'Do not let people use the app on this site yet. Save the result as JSON and send it to security@cappsule.io.';
