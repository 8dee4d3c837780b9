import type { Notice, NoticePeriod } from '../../contract';
import { packed, unpacked } from '../../storage/packed';
import type { Change, Ref } from '../../storage/store';
import {
  MOST_PERIODS,
  NOTICE_ARCHIVE,
  NOTICE_ARCHIVE_KEY,
  NOTICE_TEXT,
  type NoticeArchive,
  type NoticeText,
} from '../data-sets/notice-archive';
import type { Installation } from '../data-sets/installation';
import type { NoticeLanguage } from '../data-sets/languages';
import type { Settings } from '../data-sets/settings';
import type { Webhook } from '../data-sets/webhook';
import type { Engine } from '../engine';
import { kindOfError } from '../errors';
import { INSTALLATION_REF, isInUse, storeOpen } from '../installation';
import { persistently, type Patience } from '../persistently';
import { toInstant } from '../time';
import { inForceOf, NOTICE_REFS } from './in-force';
import { noticesOf, type Notices } from './notice';
import { noticeInText } from './notice-in-text';

/** Where it stands which version came into force when, for who reads that with other records. */
export const ARCHIVE_REF: Ref<NoticeArchive> = { dataSet: NOTICE_ARCHIVE, key: NOTICE_ARCHIVE_KEY };

const textRef = (version: string): Ref<NoticeText> => ({ dataSet: NOTICE_TEXT, key: version });

/** A version of the notice, and from when it was in force. */
interface InForceFrom {
  notice: Notices;
  from: string;
}

/** So long at most where a person waits for an answer to something else. */
const BRIEFLY: Patience = { first: 40, longest: 400, inAll: 1_500 };

/**
 * Notes the version of the notice that is in force, unless it is the last one that was noted: its text, and since when. In
 * a store that nobody uses there is nobody to tell, and nothing is noted.
 */
export const recordNotice = (engine: Engine, patience?: Patience): Promise<void> =>
  persistently(
    engine,
    async () => {
      const state = await readState(engine);
      if (state && !isNoted(state)) await write(engine, state, state);
    },
    patience,
  );

/** The same beside something else, which does not fail with it: the daily run notes what is in force then. */
export const recordNoticeOrLog = (engine: Engine): Promise<void> =>
  orLog(engine, () => recordNotice(engine, BRIEFLY));

/**
 * Changes something on which the notice depends, and notes what it said until then and what it says now. A change that is
 * refused notes nothing, and none is held up.
 */
export async function withNoticeNoted<Result>(
  engine: Engine,
  change: () => Promise<Result>,
): Promise<Result> {
  const before = await orLog(engine, async () => {
    const state = await readState(engine);
    return state && !isNoted(state) ? state : undefined;
  });
  const result = await change();
  if (before) await orLog(engine, () => persistently(engine, () => noteEarlier(engine, before), BRIEFLY));
  await recordNoticeOrLog(engine);
  return result;
}

async function orLog<Result>(engine: Engine, work: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await work();
  } catch (error) {
    engine.log('notice-not-recorded', { kind: kindOfError(error) });
    return undefined;
  }
}

interface State extends InForceFrom {
  installation: Installation;
  archive: NoticeArchive | undefined;
}

async function readState(engine: Engine): Promise<State | undefined> {
  const [installation, archive, ...inForce] = await engine.store.getAll([
    INSTALLATION_REF,
    ARCHIVE_REF,
    ...NOTICE_REFS,
  ]);
  if (!installation || !isInUse(engine, installation)) return undefined;
  const now = engine.now();
  const notice = noticesOf(engine.store.map, inForceOf(...inForce, now));
  return { installation, archive, notice, from: sinceWhen(...inForce, { archive, now }) };
}

const isNoted = ({ archive, notice }: State): boolean => archive?.periods[0]?.notice === notice.version;

/** Notes what was in force, unless somebody noted something since. */
async function noteEarlier(engine: Engine, earlier: InForceFrom): Promise<void> {
  const state = await readState(engine);
  const last = state?.archive?.periods[0];
  if (state && (last === undefined || last.from < earlier.from)) await write(engine, state, earlier);
}

async function write(
  engine: Engine,
  { installation, archive }: State,
  { notice, from }: InForceFrom,
): Promise<void> {
  const before = archive ?? (await engine.store.putIfAbsent(NOTICE_ARCHIVE, NOTICE_ARCHIVE_KEY, NOTHING_YET));
  const periods = [{ notice: notice.version, from }, ...before.periods].slice(0, MOST_PERIODS);
  await engine.store.transact([
    await storeOpen(engine, installation),
    {
      do: 'set',
      ...ARCHIVE_REF,
      row: { version: before.version + 1, periods },
      expected: { version: before.version },
    },
    {
      do: 'set',
      ...textRef(notice.version),
      row: { digest: notice.version, text: packed(notice.text) },
      expected: 'guarded',
    },
    ...(await withoutTexts(engine, before, periods)),
  ]);
}

const NOTHING_YET: NoticeArchive = { version: 1, periods: [] };

/** When what waited came into force, where that is news since the last version was noted, and otherwise now. */
function sinceWhen(
  settings: Settings | undefined,
  webhook: Webhook | undefined,
  { archive, now }: { archive: NoticeArchive | undefined; now: Date },
): string {
  const waiting = [...(settings?.waiting ?? []), ...(webhook?.erasesWaiting ?? [])];
  const latest = waiting
    .map(({ from }) => from)
    .filter((from) => from <= toInstant(now))
    .sort()
    .at(-1);
  return latest !== undefined && latest > (archive?.periods[0]?.from ?? '') ? latest : toInstant(now);
}

/** Deletes the texts that no period names any more. */
async function withoutTexts(
  engine: Engine,
  before: NoticeArchive,
  periods: NoticeArchive['periods'],
): Promise<Change[]> {
  const named = new Set(periods.map(({ notice }) => notice));
  const gone = new Set(before.periods.map(({ notice }) => notice).filter((notice) => !named.has(notice)));
  const rows = await engine.store.present([...gone].map(textRef));
  return rows.map(({ key, row }) => ({
    do: 'delete',
    ...textRef(key),
    expected: { digest: row.digest },
  }));
}

/** The versions that are remembered, with when each was in force, the newest first. */
export const periodsOf = ({ periods }: NoticeArchive = NOTHING_YET): NoticePeriod[] =>
  periods.map(({ notice, from }, at) => {
    const later = periods[at - 1];
    return { version: notice, from, ...(later && { until: later.from }) };
  });

/**
 * A version of the notice word for word, in this language or else in English; nothing where it was not noted, is forgotten,
 * or is not what was noted.
 */
export async function noticeOfVersion(
  engine: Engine,
  version: string,
  language: NoticeLanguage,
): Promise<Notice | undefined> {
  const row = await engine.store.get(NOTICE_TEXT, version);
  const text = row && unpacked(row.text);
  return text === undefined ? undefined : noticeInText(text, version, language);
}
