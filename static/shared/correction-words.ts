import type { Entry, ListedEntry, MyRequest } from '../../src/contract';
import { formatDay, type ForViewer } from './dates';
import { formatDuration } from './duration';

/** How long, and on which day. */
export const timeWords = (
  { seconds, startedOn }: Pick<Entry, 'seconds' | 'startedOn'>,
  viewer: ForViewer,
): string => `${formatDuration(seconds, viewer.locale)} on ${formatDay(startedOn, viewer)}`;

/** What is said once a correction was asked for. */
export function askedWords({ correction, dueOn }: MyRequest, viewer: ForViewer): string {
  const right = correction ? `: ${timeWords(correction, viewer)}` : '';
  return `You asked for a correction${right}. The administrators answer by ${formatDay(dueOn, viewer)}; My data shows how it stands.`;
}

/** The entry, once a correction of it was asked for. */
export const withAsked = (entry: ListedEntry, { correction }: MyRequest): ListedEntry =>
  correction ? { ...entry, asked: correction } : entry;

/** That an open request asks to have the entry corrected. */
export const waitingWords = (asked: Pick<Entry, 'seconds' | 'startedOn'>, viewer: ForViewer): string =>
  `You asked to correct it to ${timeWords(asked, viewer)}`;

/** What the form says that asks. */
export const asking = {
  verb: 'Send the request',
  note: 'An administrator decides about it, within a month. Until then the entry stays as it is.',
};

/** Where the answer to asking was lost. */
export const notAsked =
  'We could not tell whether your request was noted. Send it again: twice does no harm.';
