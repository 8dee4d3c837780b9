import type { AnnouncedPage, AnnouncedPerson } from '../../contract';
import type { Kind } from '../../storage/data-set';
import { together } from '../../storage/together';
import type { AccessReason } from '../data-sets/reasons';
import { STANDING, type Standing } from '../data-sets/registration';
import type { Webhook } from '../data-sets/webhook';
import type { Engine } from '../engine';
import { Refused } from '../errors';
import { assertPlace, pagesOf } from '../pages';
import { hasActed } from '../person/acting';
import { mustStay } from '../person/grounds';
import { writeAbout } from '../person/write';
import { hintTakenBack, standingsOf } from '../restriction/hints';
import { addDays, FIRST_INSTANT, NEVER, toInstant } from '../time';
import { graceFrom } from './erase';
import { readWebhook } from './state';

/** What the webhook said of a person, by the field of their standing row that holds when. */
const SAID = { announcedAt: 'closed', erasureAskedAt: 'erasure' } as const;
type Said = keyof typeof SAID;

/** Where somebody stands in the list. */
interface Place {
  at: string;
  accountId: string;
  said: Said;
}

const PLACE: Kind = { kind: 'joined', of: [{ kind: 'instant' }, { kind: 'account-id' }] };

/**
 * Those of whom the webhook's word stands, longest ago first; each is read again strictly, since the list may be late.
 * @throws Refused where `after` is not the place of somebody
 */
export async function listAnnounced(
  engine: Engine,
  after: string | undefined,
  limit: number,
): Promise<AnnouncedPage> {
  assertPlace(PLACE, after);
  const lists = await together([
    placesOf(engine, 'announcedAt', after, limit),
    placesOf(engine, 'erasureAskedAt', after, limit),
  ]);
  const places = lists.flat().sort((one, other) => (textOf(one) < textOf(other) ? -1 : 1));
  const page = places.slice(0, limit);
  const last = page.at(-1);
  return {
    people: await stillAnnounced(engine, page),
    ...(places.length > limit && last && { next: textOf(last) }),
  };
}

/**
 * How many of those who were announced as closed wait for an administrator, or for Atlassian's answer: of the `limit` who
 * have waited longest, as the index has them. Not those who are erased on its word, stay while somebody else restricts the
 * use, or have an open request.
 */
export async function countUndecided(engine: Engine, webhook: Webhook, limit: number): Promise<number> {
  const rows = await engine.store.query(STANDING, { index: 'announcedAt', limit });
  return rows.filter(({ row }) => {
    const one = announcedPerson(row, 'announcedAt', row.announcedAt ?? '', webhook);
    return one.erasedFrom === undefined && !one.held && !one.erasureAsked;
  }).length;
}

const textOf = ({ at, accountId }: Place): string => `${at}#${accountId}`;

/** More than a page holds, with all of whom it was said at one moment: within that, the index has an order of its own. */
async function placesOf(
  engine: Engine,
  said: Said,
  after: string | undefined,
  limit: number,
): Promise<Place[]> {
  const from = after?.slice(0, FIRST_INSTANT.length) ?? FIRST_INSTANT;
  const places: Place[] = [];
  for await (const page of pagesOf(engine, STANDING, { index: said, range: said, from, until: NEVER })) {
    const listed = page.map(({ row }) => ({ said, accountId: row.accountId, at: row[said] ?? '' }));
    places.push(...listed.filter((place) => textOf(place) > (after ?? '')));
    const beyond = places[limit];
    if (beyond && beyond.at < (listed.at(-1)?.at ?? '')) break;
  }
  return places;
}

async function stillAnnounced(engine: Engine, places: readonly Place[]): Promise<AnnouncedPerson[]> {
  const webhook = await readWebhook(engine);
  const standings = await standingsOf(
    engine,
    places.map(({ accountId }) => accountId),
  );
  return places.flatMap(({ accountId, at, said }) => {
    const standing = standings.get(accountId);
    // Who was announced as closed, too, stands in the list as that.
    const isElsewhere = said === 'erasureAskedAt' && standing?.announcedAt !== undefined;
    return standing?.[said] !== at || isElsewhere ? [] : [announcedPerson(standing, said, at, webhook)];
  });
}

function announcedPerson(
  standing: Standing,
  said: Said,
  announcedAt: string,
  webhook: Webhook | undefined,
): AnnouncedPerson {
  const isErased = said === 'announcedAt' && !hasActed({ standing });
  const days = isErased ? webhook?.erasesAfterDays : undefined;
  const erasureAsked = said === 'announcedAt' && standing.erasureAskedAt !== undefined;
  return {
    accountId: standing.accountId,
    what: SAID[said],
    announcedAt,
    ...(erasureAsked && { erasureAsked }),
    ...(days !== undefined && { erasedFrom: toInstant(addDays(new Date(graceFrom(standing)), days)) }),
    ...(mustStay(standing) && { held: true }),
  };
}

/**
 * An administrator's no to what was announced: the person is not erased on its word, and a restriction that came with it is
 * lifted. One that the person or an administrator set stays.
 * @throws Refused where nothing is kept about the account
 */
export function dismissAnnounced(engine: Engine, accountId: string, reason: AccessReason): Promise<void> {
  const now = engine.now();
  return writeAbout<undefined>(engine, {
    accountId,
    causedAt: now,
    reads: [],
    plan: ({ subject }) => {
      if (!subject) throw new Refused('NOT_FOUND', 'refused.nothing-stored');
      if (subject.standing.announcedAt === undefined) return { done: undefined };
      return hintTakenBack(subject, 'announcedAt', now, {
        events: (lifts) => ['announcement-dismissed', ...(lifts ? (['restriction-lifted'] as const) : [])],
        role: 'administrator',
        reason,
      });
    },
  });
}
