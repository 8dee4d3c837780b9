import type { Restriction } from '../../../src/contract';
import { formatInstantDay, type ForViewer } from '../../shared/dates';
import { wordOf } from '../../shared/word-of';

const RESTRICTED_BY: Record<Restriction['by'], string> = {
  person: 'by you',
  administrator: 'by an administrator',
  atlassian: 'because Jira said that you were removed from this site',
  webhook:
    'because a system of your organisation said that your account was closed, or that you asked for an erasure',
};

/** Since when the person restricts it themselves; it is theirs to lift. */
export const ownSince = ({ by, since, own }: Restriction): string | undefined =>
  by === 'person' ? since : own;

/** How a restriction stands, to the person it is about. */
export function restrictionWords(restriction: Restriction | undefined, viewer: ForViewer): string {
  if (!restriction) {
    return 'While you look into something, you can have your data kept but not used. Until you lift the restriction, nobody can log time for you, and no record is deleted because its period is over. You can still see, export and delete everything.';
  }
  const since = formatInstantDay(restriction.since, viewer);
  return [
    `Restricted since ${since}, ${wordOf(RESTRICTED_BY, restriction.by, 'for a reason that this version of the app does not know')}.`,
    'Your data is kept but not used, and nothing new can be logged about you.',
    ...heldWords(restriction),
    'You can still see and export everything, and delete it or ask for that.',
    ...othersWords(restriction, viewer),
    ...liftableWords(restriction, viewer),
  ].join(' ');
}

/** A restriction that somebody chose also stops what would be deleted by itself. */
const heldWords = (restriction: Restriction): string[] =>
  restriction.by === 'administrator' || ownSince(restriction) !== undefined
    ? ['While it stands, no record is deleted because its period is over.']
    : [];

function othersWords({ by, own }: Restriction, viewer: ForViewer): string[] {
  if (by === 'person' || by === 'atlassian') return [];
  const lifted = 'An administrator has to lift it. Ask them if you think that it should end.';
  if (own === undefined) return [lifted, 'If you restrict it too, it stays so until you have lifted yours.'];
  return [`You restrict it too, since ${formatInstantDay(own, viewer)}: it ends when both are lifted.`];
}

const liftableWords = ({ liftableFrom }: Restriction, viewer: ForViewer): string[] =>
  liftableFrom === undefined
    ? []
    : [
        `An administrator announced that they may lift what you restricted, from ${formatInstantDay(liftableFrom, viewer)} on. If you do not agree, tell them before, or object under Requests.`,
      ];
