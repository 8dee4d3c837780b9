import type { AccessReason, Restriction } from '../../../src/contract';
import { formatInstantDay, type ForViewer } from '../../shared/dates';
import { wordOf } from '../../shared/word-of';

const byWords: Record<Restriction['by'], string> = {
  person: 'by the person',
  administrator: 'by an administrator',
  atlassian: 'after Atlassian said that the person was removed from the site',
  webhook: 'on the word of a system of your organisation, which announced it through the webhook',
};

/** How a restriction stands, to an administrator. */
export function restrictionWords(restriction: Restriction | undefined, viewer: ForViewer): string {
  if (!restriction) {
    return 'Not restricted. While data is restricted, it does not expire and nobody can log time for the person. Administrators look into it only if the person asked for that, or for a legal duty. If the reason is “A legal duty”, which includes legal claims, a deletion by the person becomes a request that you decide. The person can still view and export everything. They see that an administrator restricted the data, on which day and why.';
  }
  const since = formatInstantDay(restriction.since, viewer);
  return [
    `Restricted since ${since}, ${wordOf(byWords, restriction.by, 'for a reason that this version of the app does not know')}.`,
    ...ownWords(restriction, viewer),
    'The data is not used. You may look at it, export, correct or delete it only where the person asked for it, or for a legal duty.',
    keptWords(restriction),
  ]
    .join(' ')
    .trim();
}

/** Who restricted it without a hold on what is kept: it may still go when its time is over. */
const HOLDS_NOTHING: ReadonlyArray<Restriction['by']> = ['atlassian', 'webhook'];
const HOLDS: ReadonlyArray<Restriction['by']> = ['person', 'administrator'];

function keptWords({ by, own }: Restriction): string {
  if (own === undefined && HOLDS_NOTHING.includes(by)) return GOES;
  return own !== undefined || HOLDS.includes(by) ? STAYS : '';
}

const GOES =
  'It is still deleted when its time is over. If you need it, for example for a legal claim, have it kept, with the reason “A legal duty”.';
const STAYS =
  'The data does not expire until the restriction is lifted. It is deleted only if Atlassian closes the account or somebody asks for an erasure. If the reason is a legal duty, which includes legal claims, an administrator must approve the person’s own deletion first.';

function ownWords({ by, own, liftableFrom }: Restriction, viewer: ForViewer): string[] {
  if (own !== undefined) {
    const since = formatInstantDay(own, viewer);
    return [`The person restricts it too, since ${since}: it stays restricted when you lift this.`];
  }
  if (by !== 'person') return [];
  if (liftableFrom === undefined) {
    return [
      'The person can lift it, and you can where they asked you to; otherwise they are told a week before.',
    ];
  }
  return [`The person was told that you may lift it from ${formatInstantDay(liftableFrom, viewer)} on.`];
}

/** The reasons for which administrators may use restricted data; the app refuses the others. */
const LEFT_OPEN: readonly AccessReason[] = ['person-asked', 'legal-duty'];

export const isUsableFor = (restriction: Restriction | undefined, reason: AccessReason): boolean =>
  restriction === undefined || LEFT_OPEN.includes(reason);

/** What lifting comes to: the person learns of it before, unless they asked for it. */
export function liftWords({ by, liftableFrom }: Restriction, reason: AccessReason): string {
  const told = by !== 'person' || reason === 'person-asked' || liftableFrom !== undefined;
  return told ? 'Lift the restriction' : 'Tell the person that it will be lifted';
}

/** What can be had beside a restriction that is not an administrator's: that it also holds until one lifts it. */
export const keepWords: Partial<Record<Restriction['by'], string>> = {
  person: 'Restrict it too',
  atlassian: 'Keep until it is lifted',
  webhook: 'Keep until it is lifted',
};
