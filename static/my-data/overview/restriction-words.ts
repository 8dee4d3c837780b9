import type { Hold, Restriction } from '../../../src/contract';
import { formatDay, formatInstantDay, type ForViewer } from '../../shared/dates';
import { sinceWords } from '../../shared/restricted-since';
import { t } from '../../shared/words/words';

/** Since when the person restricts it themselves; it is theirs to lift. */
export const ownSince = ({ by, since, own }: Restriction): string | undefined =>
  by === 'person' ? since : own;

/** How a restriction stands, to the person it is about. */
export function restrictionWords(restriction: Restriction | undefined, viewer: ForViewer): string {
  if (!restriction) return t('my-data.restrict-about');
  return [
    sinceWords(restriction, viewer, true),
    t('my-data.restricted-not-used'),
    ...keptWords(restriction),
    t('my-data.restricted-still'),
    ...(restriction.hold ? holdWords(restriction.hold, viewer) : []),
    ...othersWords(restriction, viewer),
    ...liftableWords(restriction, viewer),
  ].join(' ');
}

/** A restriction that somebody chose also stops what would be deleted for its age. */
const keptWords = (restriction: Restriction): string[] =>
  restriction.by === 'administrator' || ownSince(restriction) !== undefined
    ? [t('my-data.restricted-kept')]
    : [];

/** A review day does not end a hold, even once it has passed. */
const holdWords = ({ reviewOn }: Hold, viewer: ForViewer): string[] => [
  t('my-data.hold'),
  reviewOn === undefined
    ? t('my-data.hold-review-due')
    : t('my-data.hold-review-by', { day: formatDay(reviewOn, viewer) }),
  t('my-data.hold-stays'),
];

function othersWords({ by, own }: Restriction, viewer: ForViewer): string[] {
  if (by === 'person' || by === 'atlassian') return [];
  if (own === undefined) return [t('my-data.restricted-ask')];
  return [t('my-data.restricted-both', { since: formatInstantDay(own, viewer) })];
}

const liftableWords = ({ liftableFrom }: Restriction, viewer: ForViewer): string[] =>
  liftableFrom === undefined ? [] : [t('my-data.liftable', { day: formatInstantDay(liftableFrom, viewer) })];
