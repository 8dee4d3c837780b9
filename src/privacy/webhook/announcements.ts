import type { AnnouncedPage, AnnouncedPerson } from '../../contract';
import { together } from '../../storage/together';
import { auditChange } from '../audit';
import type { AccessReason, AuditEvent } from '../data-sets/audit';
import { STANDING, type Standing } from '../data-sets/registration';
import type { Webhook } from '../data-sets/webhook';
import type { Engine } from '../engine';
import { Refused } from '../errors';
import { mustStay, withoutHint } from '../person/standing';
import { writeAbout } from '../person/write';
import { standingsOf } from '../restriction/hints';
import { addDays, FIRST_INSTANT, toInstant } from '../time';
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

/** People of whom it was said in the same millisecond as the last one of a page, at most. */
const MOST_AT_ONCE = 100;

/** Those of whom the webhook's word stands, longest ago first; each is read again strictly, since the list may be late. */
export async function listAnnounced(
  engine: Engine,
  after: string | undefined,
  limit: number,
): Promise<AnnouncedPage> {
  const lists = await together([
    placesOf(engine, 'announcedAt', after, limit),
    placesOf(engine, 'erasureAskedAt', after, limit),
  ]);
  const places = lists.flat().sort((one, other) => (textOf(one) < textOf(other) ? -1 : 1));
  const page = places.slice(0, limit);
  const last = page.at(-1);
  return {
    people: await strictly(engine, page),
    ...(places.length > limit && last && { next: textOf(last) }),
  };
}

const textOf = ({ at, accountId }: Place): string => `${at}~${accountId}`;

async function placesOf(
  engine: Engine,
  said: Said,
  after: string | undefined,
  limit: number,
): Promise<Place[]> {
  const rows = await engine.store.query(STANDING, {
    index: said,
    where: { between: [after?.split('~')[0] ?? FIRST_INSTANT, '~'] },
    limit: limit + MOST_AT_ONCE,
  });
  const places = rows.map(({ row }) => ({ said, accountId: row.accountId, at: row[said] ?? '' }));
  return places.filter((place) => textOf(place) > (after ?? ''));
}

async function strictly(engine: Engine, places: readonly Place[]): Promise<AnnouncedPerson[]> {
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
  const days = said === 'announcedAt' ? webhook?.erasesAfterDays : undefined;
  const erasureAsked = said === 'announcedAt' && standing.erasureAskedAt !== undefined;
  return {
    accountId: standing.accountId,
    what: SAID[said],
    announcedAt,
    ...(erasureAsked && { erasureAsked }),
    ...(days !== undefined && { erasedFrom: toInstant(addDays(new Date(announcedAt), days)) }),
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
      if (!subject) throw new Refused('NOT_FOUND', 'Nothing is kept about this person any more.');
      const { standing, person } = subject;
      if (standing.announcedAt === undefined) return { done: undefined };
      const { unsaid, lifts } = withoutHint(standing, 'announcedAt');
      const events: AuditEvent[] = [
        'announcement-dismissed',
        ...(lifts ? (['restriction-lifted'] as const) : []),
      ];
      return {
        write: [],
        standing: unsaid,
        also: events.map((event) =>
          auditChange(now, {
            event,
            role: 'administrator',
            subject: person.token,
            reason,
          }),
        ),
        result: undefined,
      };
    },
  });
}
