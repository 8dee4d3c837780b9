import type { Announced, Counted, HeldDataSet, MarkerLeft, Overview } from '../../contract';
import type { DataSet } from '../../storage/data-set';
import type { Ref, RowsOf } from '../../storage/store';
import { together } from '../../storage/together';
import { AUDIT } from '../data-sets/audit';
import { ERASURE_JOB, isEnded } from '../data-sets/erasure-job';
import { MARKER } from '../data-sets/marker';
import type { NoticeLanguage } from '../data-sets/languages';
import type { Settings } from '../data-sets/settings';
import { TAKEN_REQUEST, type Waiting } from '../data-sets/webhook-request';
import type { Engine } from '../engine';
import { seenOnSite } from '../person/write';
import { toView } from '../erasure/job';
import { assertInUse } from '../installation';
import { changesSince } from '../notice/changes';
import { basisSentences, retentionSentences } from '../notice/describe';
import { inForceOf, NOTICE_REFS } from '../notice/in-force';
import { noticesOf } from '../notice/notice';
import { reportedOf } from '../reporting/view';
import { readRequestNews } from '../requests/of-person';
import { countsOf, readSubject, type Subject } from '../person/subject';
import { restrictionOf } from '../person/grounds';
import { linesAbout } from './accesses';
import { readByDigest, type ByDigest } from './found-by-digest';
import { newsIn } from './news';

/**
 * Everything held about the person who looks, by data set, with strictly read counts; what is left of an earlier erasure;
 * and who looked at it, by role and day.
 * @param language in which what changed in the notice is named
 * @param also further records about them, by which a feature says more; they come along in their order
 * @throws Refused where the store is not in use
 */
export async function overviewOf<const Refs extends readonly Ref[]>(
  engine: Engine,
  accountId: string,
  language: NoticeLanguage,
  also: Refs,
): Promise<{ overview: Overview; rows: RowsOf<Refs> }> {
  const {
    subject: read,
    installation,
    rows,
  } = await readSubject(engine, accountId, [...NOTICE_REFS, ...also]);
  assertInUse(engine, installation);
  const [settingsRow, webhook, ...further] = rows;
  const inForce = inForceOf(settingsRow, webhook, engine.now());
  const { settings } = inForce;
  const subject = await seenOnSite(engine, read);
  const notices = noticesOf(engine.store.map, inForce);
  const { noticeVersion, noticeAt, noticeLanguage } = subject?.standing ?? {};
  const [byDigest, held, changes] = await together([
    readByDigest(engine, { accountId, subject }),
    heldOf(engine, subject),
    changesSince(engine, noticeVersion, notices, language),
  ]);
  const { counts, ...about } = held;
  const overview = {
    accountId,
    dataSets: subject ? heldSets(engine, { ...counts, ...countsFound(engine, byDigest) }, settings) : [],
    ...about,
    ...(!subject && erasingOf(byDigest)),
    ...leftOf(byDigest),
    ...announcedOf(byDigest),
    notice: {
      version: notices.version,
      ...(noticeVersion !== undefined && { acknowledgedVersion: noticeVersion }),
      ...(noticeAt !== undefined && { acknowledgedAt: noticeAt }),
      ...(noticeLanguage !== undefined && { acknowledgedLanguage: noticeLanguage }),
      ...(changes && { changes }),
    },
  };
  return { overview, rows: further };
}

interface Held extends Pick<
  Overview,
  'registeredAt' | 'restriction' | 'reported' | 'accesses' | 'earlierAccesses' | 'news'
> {
  counts: Record<string, Counted>;
}

async function heldOf(engine: Engine, subject: Subject | undefined): Promise<Held> {
  if (!subject) return { counts: {}, accesses: [], news: {} };
  const { standing, person } = subject;
  const restriction = restrictionOf(standing);
  const [reported, { page, lines }, requestNews] = await together([
    reportedOf(engine, subject),
    linesAbout(engine, person.token, undefined),
    readRequestNews(engine, subject),
  ]);
  const { accesses, next } = page;
  return {
    counts: { ...exactly(countsOf(engine, subject)), [AUDIT.name]: lines },
    registeredAt: person.registeredAt,
    ...(restriction && { restriction }),
    ...(reported && { reported }),
    accesses,
    ...(next !== undefined && { earlierAccesses: next }),
    // If the page is empty, all the queries that news may cost were made: without its `next`, no more are.
    news: await newsIn(engine, subject, requestNews, accesses.length > 0 ? page : { accesses }),
  };
}

function countsFound(engine: Engine, byDigest: ByDigest): Record<string, Counted> {
  const sets = engine.store.map.filter(({ foundByDigest }) => foundByDigest);
  return exactly(Object.fromEntries(sets.map((set) => [set.name, byDigest.of(set).length])));
}

const exactly = (counts: Record<string, number>): Record<string, Counted> =>
  Object.fromEntries(Object.entries(counts).map(([name, least]) => [name, { least }]));

/** The erasure that is running, for somebody who no longer has data here. */
function erasingOf(byDigest: ByDigest): Pick<Overview, 'erasing'> {
  const [running] = byDigest.of(ERASURE_JOB).filter(({ row }) => !isEnded(row));
  return running ? { erasing: toView(running.key, running.row) } : {};
}

/** The kinds of record that the person has some of: the same that an export holds. */
function heldSets(engine: Engine, counts: Record<string, Counted>, settings: Settings): HeldDataSet[] {
  return engine.store.map
    .map((set): HeldDataSet => {
      const { name, title, what, purpose } = set;
      const { least, more } = counts[name] ?? { least: 0 };
      return {
        name,
        title,
        what,
        records: least,
        purpose,
        lawfulBasis: basisSentences(set, settings),
        retention: retentionSentences(set, settings),
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

function leftOf(byDigest: ByDigest): { marker?: MarkerLeft } {
  const [marker] = byDigest.of(MARKER);
  if (!marker) return {};
  const { erasedAt, endsAt, kind } = marker.row;
  return { marker: { erasedAt, endsAt, ...(kind === 'closed' && { closed: true }) } };
}

/** What was announced about the person and waits, in the order in which it came. */
function announcedOf(byDigest: ByDigest): { announced?: Announced[] } {
  const announced = byDigest.of(TAKEN_REQUEST).map(({ row }): Announced => {
    const { what } = row as unknown as Waiting;
    return { what, at: row.begunAt };
  });
  return announced.length > 0 ? { announced } : {};
}
