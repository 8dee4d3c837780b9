import type { Counted, HeldDataSet, MarkerLeft, News, Overview } from '../../contract';
import type { DataSet } from '../../storage/data-set';
import type { Ref, RowsOf } from '../../storage/store';
import { together } from '../../storage/together';
import { AUDIT } from '../data-sets/audit';
import { MARKER, type Marker } from '../data-sets/marker';
import type { Settings } from '../data-sets/settings';
import type { Engine } from '../engine';
import { restrictionOf, type Subject } from '../person/standing';
import { seenOnSite } from '../person/write';
import { erasureOf } from '../erasure/under-way';
import { assertInUse } from '../installation';
import { readMarker } from '../person/marker';
import { describeSet } from '../notice/describe';
import { inForceOf, NOTICE_REFS } from '../notice/in-force';
import { noticeOf } from '../notice/notice';
import { reportedOf } from '../reporting/view';
import { lastAnswered } from '../requests/last-answered';
import { countsOf, readSubject } from '../person/subject';
import { linesAbout } from './accesses';
import { lastSeen } from './last-seen';

/**
 * Everything held about the person who looks, by data set, with strictly read counts; what is left of an earlier erasure;
 * and who looked at it, by role and day.
 * @param also further records about them, by which a feature says more; they come along in their order
 * @throws Refused where the store is not in use
 */
export async function overviewOf<const Refs extends readonly Ref[]>(
  engine: Engine,
  accountId: string,
  also: Refs,
): Promise<{ overview: Overview; rows: RowsOf<Refs> }> {
  const [{ subject: read, installation, rows }, marker] = await together([
    readSubject(engine, accountId, [...NOTICE_REFS, ...also]),
    readMarker(engine, accountId),
  ]);
  assertInUse(engine, installation);
  const [settingsRow, webhook, ...further] = rows;
  const inForce = inForceOf(settingsRow, webhook, engine.now());
  const { settings } = inForce;
  const subject = await seenOnSite(engine, read);
  const { version } = noticeOf(engine.store.map, inForce);
  const held = subject ? await heldOf(engine, subject, settings, marker) : await notHeld(engine, marker);
  const { noticeVersion, noticeAt } = subject?.standing ?? {};
  const overview = {
    accountId,
    ...held,
    ...(marker && { marker: leftOf(marker) }),
    notice: {
      version,
      ...(noticeVersion !== undefined && { acknowledgedVersion: noticeVersion }),
      ...(noticeAt !== undefined && { acknowledgedAt: noticeAt }),
    },
  };
  return { overview, rows: further };
}

type Held = Omit<Overview, 'accountId' | 'notice' | 'marker'>;

async function heldOf(
  engine: Engine,
  subject: Subject,
  settings: Settings,
  marker: Marker | undefined,
): Promise<Held> {
  const { standing, person } = subject;
  const restriction = restrictionOf(standing);
  const [reported, { page, lines }, answeredAt] = await together([
    reportedOf(engine, subject),
    linesAbout(engine, person.token, undefined),
    lastAnswered(engine, subject),
  ]);
  const { accesses, next } = page;
  const counts = { ...exactly(countsOf(engine, subject)), ...exactly({ [MARKER.name]: marker ? 1 : 0 }) };
  return {
    dataSets: heldSets(engine, { ...counts, [AUDIT.name]: lines }, settings),
    registeredAt: person.registeredAt,
    ...(restriction && { restriction }),
    ...(reported && { reported }),
    accesses,
    ...(next !== undefined && { earlierAccesses: next }),
    news: newsOf(answeredAt, lastSeen(accesses, engine.now())),
  };
}

const newsOf = (answeredAt: string | undefined, seenOn: string | undefined): News => ({
  ...(answeredAt !== undefined && { answeredAt }),
  ...(seenOn !== undefined && { seenOn }),
});

const exactly = (counts: Record<string, number>): Record<string, Counted> =>
  Object.fromEntries(Object.entries(counts).map(([name, least]) => [name, { least }]));

async function notHeld(engine: Engine, marker: Marker | undefined): Promise<Held> {
  const erasing = await erasureOf(engine, marker);
  return { dataSets: [], accesses: [], news: {}, ...(erasing && { erasing }) };
}

/** All that an export holds, too: the kinds of record of which the person has some. */
function heldSets(engine: Engine, counts: Record<string, Counted>, settings: Settings): HeldDataSet[] {
  return engine.store.map
    .map((set): HeldDataSet => {
      const { name, title, what, purpose, lawfulBasis, retention } = describeSet(set, settings);
      const { least, more } = counts[name] ?? { least: 0 };
      return {
        ...{ name, title, what, records: least, purpose, lawfulBasis, retention },
        ...(more && { more }),
        ...(set.counted && { counted: set.counted }),
        ...(isBookkeeping(set) && { bookkeeping: true }),
      };
    })
    .filter(({ records }) => records > 0);
}

/** Nobody enters records of it one by one, and none of it is for what the app is used for. */
const isBookkeeping = ({ found, usedFor }: DataSet): boolean =>
  found?.by !== 'index' && !usedFor?.includes('time-recording');

const leftOf = ({ erasedAt, endsAt, kind }: Marker): MarkerLeft => ({
  erasedAt,
  endsAt,
  ...(kind === 'closed' && { closed: true }),
});
