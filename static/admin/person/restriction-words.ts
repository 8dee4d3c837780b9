import type { AccessReason, AuditReason, Restriction, ReviewDays } from '../../../src/contract';
import { reasonWords } from '../../shared/access-words';
import { formatDay, formatInstantDay, type ForViewer } from '../../shared/dates';
import { wordOf } from '../../shared/word-of';
import { sinceWords } from '../../shared/restricted-since';
import { t, type Key } from '../../shared/words/words';

/** What the reason is called that keeps data for a duty or a claim. */
export const legalDuty = (): string => wordOf(reasonWords, 'legal-duty');

/** How a restriction stands, to an administrator. */
export function restrictionWords(restriction: Restriction | undefined, viewer: ForViewer): string {
  if (!restriction) return t('person.not-restricted-about', { reason: legalDuty() });
  return [
    sinceWords(restriction, viewer, false),
    ...ownWords(restriction, viewer),
    t('person.not-used'),
    ...keptWords(restriction),
  ].join(' ');
}

/** Who restricted it without a hold on what is kept: it may still go when its time is over. */
const HOLDS_NOTHING: ReadonlyArray<Restriction['by']> = ['atlassian', 'webhook'];
const HOLDS: ReadonlyArray<Restriction['by']> = ['person', 'administrator'];

function keptWords({ by, own }: Restriction): string[] {
  if (own === undefined && HOLDS_NOTHING.includes(by))
    return [t('person.expires', { reason: legalDuty(), button: t('person.keep-until-lifted') })];
  return own !== undefined || HOLDS.includes(by) ? [t('person.kept')] : [];
}

function ownWords({ by, own, liftableFrom }: Restriction, viewer: ForViewer): string[] {
  if (own !== undefined) return [t('person.restricted-too', { since: formatInstantDay(own, viewer) })];
  if (by !== 'person') return [];
  return liftableFrom === undefined
    ? [t('person.liftable-if-asked')]
    : [t('person.liftable-from', { day: formatInstantDay(liftableFrom, viewer) })];
}

/** When a restriction for a legal duty is reviewed; nothing of any other. */
export function reviewWords(
  restriction: Restriction | undefined,
  { first }: ReviewDays,
  viewer: ForViewer,
): string | undefined {
  if (!restriction?.hold) return undefined;
  const { reviewOn } = restriction.hold;
  if (reviewOn === undefined) return t('person.review-missing');
  return t(reviewOn < first ? 'person.review-due' : 'person.review-set', {
    day: formatDay(reviewOn, viewer),
  });
}

/** The reasons for which administrators may use restricted data; the app refuses the others. */
const LEFT_OPEN: readonly AuditReason[] = ['person-asked', 'legal-duty'];

/** Whether administrators may look into the data for this reason. */
export const isUsableFor = (restriction: Restriction | undefined, reason: AuditReason): boolean =>
  restriction === undefined || LEFT_OPEN.includes(reason);

/** What lifting comes to: the person learns of it before, unless they asked for it. */
export function liftWords({ by, liftableFrom }: Restriction, reason: AccessReason): string {
  const told = by !== 'person' || reason === 'person-asked' || liftableFrom !== undefined;
  return t(told ? 'my-data.lift' : 'person.announce-lifting');
}

/** What can be had beside a restriction that is not an administrator's: that it also holds until one lifts it. */
export const keepWords: Partial<Record<Restriction['by'], Key>> = {
  person: 'person.restrict-too',
  atlassian: 'person.keep-until-lifted',
  webhook: 'person.keep-until-lifted',
};

/** What came of changing a restriction, in a sentence that names the person. */
export function changedWords(
  before: Restriction | undefined,
  now: Restriction | undefined,
  name: string,
): string {
  if (!now) return t('person.said-lifted', { name });
  if (before?.hold && now.hold) return t('person.said-extended', { name });
  if (now.liftableFrom !== before?.liftableFrom) return t('person.said-announced', { name });
  return t(before ? 'person.said-kept' : 'person.said-restricted', { name });
}
