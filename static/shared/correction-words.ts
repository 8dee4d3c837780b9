import type { Entry, ListedEntry, MyRequest } from '../../src/contract';
import { formatDay, type ForViewer } from './dates';
import { formatDuration } from './duration';
import { t } from './words/words';

/** How long, and on which day. */
export const timeWords = (
  { seconds, startedOn }: Pick<Entry, 'seconds' | 'startedOn'>,
  viewer: ForViewer,
): string =>
  t('time.on-day', { time: formatDuration(seconds, viewer.locale), day: formatDay(startedOn, viewer) });

/** What is said once a correction was asked for. */
export function askedWords({ correction, dueOn, restrictedAt }: MyRequest, viewer: ForViewer): string {
  const day = formatDay(dueOn, viewer);
  const asked = correction
    ? t('entries.asked-for', { entry: timeWords(correction, viewer), day })
    : t('entries.asked', { day });
  return restrictedAt === undefined ? asked : `${asked} ${t('entries.not-used-until-then')}`;
}

/** The entry, once a correction of it was asked for. */
export const withAsked = (entry: ListedEntry, { correction }: MyRequest): ListedEntry =>
  correction ? { ...entry, asked: correction } : entry;

/** That an open request asks to have the entry corrected. */
export const waitingWords = (asked: Pick<Entry, 'seconds' | 'startedOn'>, viewer: ForViewer): string =>
  t('entries.waiting', { entry: timeWords(asked, viewer) });

/** What the form says that asks; where the use of the data is restricted already, there is nothing to choose. */
export const asking = (restricted: boolean) => ({
  verb: t('entries.send-request'),
  note: t('entries.asking'),
  ...(!restricted && { choice: t('entries.not-used') }),
});

/** Where the answer to asking was lost. */
export const notAsked = () => t('entries.not-asked');
