import * as fc from 'fast-check';
import { emptyCohort } from '../../../src/privacy/cohorts';
import { COHORT } from '../../../src/privacy/data-sets/cohort';
import {
  NOTICE_ARCHIVE,
  NOTICE_ARCHIVE_KEY,
  NOTICE_READERS,
  NOTICE_READERS_KEY,
} from '../../../src/privacy/data-sets/notice-archive';
import { STANDING, type Standing } from '../../../src/privacy/data-sets/registration';
import { countReaders, noticeReaders } from '../../../src/privacy/notice/readers';
import { runCount } from '../../setup/run-count';
import { plant } from '../../setup/plant';
import { openMemoryScene, type MemoryScene } from '../reporting/memory-scene';

const AT = '2026-03-01T09:00:00.000Z';
const MINUTE_MS = 60_000;
const [OLD, NEW, FORGOTTEN] = ['a', 'b', 'c'].map((digit) => digit.repeat(16)) as [string, string, string];
const idOf = (n: number): string => `712020:reader-${String(n).padStart(6, '0')}`;

/** A site with cohorts of people who read these versions, or none. */
async function siteOf(cohorts: ReadonlyArray<ReadonlyArray<string | undefined>>): Promise<MemoryScene> {
  const scene = openMemoryScene();
  const periods = [NEW, OLD].map((notice) => ({ notice, from: AT }));
  await plant(scene.store, NOTICE_ARCHIVE, NOTICE_ARCHIVE_KEY, { version: 2, periods });
  let people = 0;
  for (const [n, read] of cohorts.entries()) {
    const cohort = String(n + 1);
    const members = read.map((_, at) => ({ accountId: idOf(people + at), updatedAt: AT }));
    await plant(scene.store, COHORT, cohort, { ...emptyCohort(), size: members.length, members });
    for (const noticeVersion of read) {
      const accountId = idOf(people);
      const row: Standing = {
        accountId,
        version: 1,
        counts: {},
        empty: false,
        changedAt: AT,
        cohort,
        ...(noticeVersion !== undefined && { noticeVersion, noticeAt: AT }),
      };
      await plant(scene.store, STANDING, `standing#${accountId}`, row);
      people += 1;
    }
  }
  return scene;
}

const numbers = async ({ engine }: MemoryScene) => {
  const { versions, unread, others, countedAt } = await noticeReaders(engine);
  return {
    readers: versions.map(({ readers }) => readers),
    unread,
    others,
    counted: countedAt !== undefined,
  };
};
const row = ({ store }: MemoryScene) => store.rows.get(NOTICE_READERS.name)?.get(NOTICE_READERS_KEY);

async function settle(scene: MemoryScene, again: () => boolean = () => false): Promise<number> {
  let events = 0;
  for (let event = scene.pushed.shift(); event; event = scene.pushed.shift()) {
    scene.pass(event.delaySeconds * 1000);
    await Promise.all([countReaders(scene.engine), ...(again() ? [countReaders(scene.engine)] : [])]);
    events += 1;
  }
  return events;
}

describe('How many people read which version', () => {
  it('is counted now where all stand in one cohort, and nothing is kept of it', async () => {
    const scene = await siteOf([[OLD, NEW, NEW, undefined, FORGOTTEN]]);
    await expect(numbers(scene)).resolves.toEqual({ readers: [2, 1], unread: 1, others: 1, counted: false });
    expect(row(scene)).toBeUndefined();
    expect(scene.pushed).toEqual([]);
  });

  it('is not said on a larger site until it was counted, and then as it was counted', async () => {
    const scene = await siteOf([[OLD], [NEW, undefined], [NEW], [OLD], [FORGOTTEN, NEW]]);
    await expect(numbers(scene)).resolves.toEqual({
      readers: [undefined, undefined],
      unread: undefined,
      others: undefined,
      counted: false,
    });
    expect(await settle(scene)).toBe(2);
    await expect(numbers(scene)).resolves.toEqual({ readers: [3, 2], unread: 1, others: 1, counted: true });
    expect(scene.pushed).toEqual([]);
  });

  it('is counted again when somebody looks later, and meanwhile told as before', async () => {
    const scene = await siteOf([[OLD], [NEW]]);
    await numbers(scene);
    await settle(scene);
    const before = await numbers(scene);
    const read = { accountId: idOf(0), version: 2, counts: {}, empty: false, changedAt: AT, cohort: '1' };
    await plant(scene.store, STANDING, `standing#${idOf(0)}`, { ...read, noticeVersion: NEW, noticeAt: AT });
    scene.pass(11 * MINUTE_MS);
    await expect(numbers(scene)).resolves.toEqual(before);
    expect(await settle(scene)).toBe(1);
    await expect(numbers(scene)).resolves.toMatchObject({ readers: [2, 0] });
  });

  it('names nobody in what is stored of it', async () => {
    const scene = await siteOf(Array<string[]>(9).fill([OLD]));
    await numbers(scene);
    await countReaders(scene.engine);
    expect(JSON.stringify(row(scene))).not.toContain('reader-');
    await settle(scene);
    expect(JSON.stringify(row(scene))).not.toContain('reader-');
  });

  it('comes to its end where all versions are replaced while people are counted', async () => {
    const scene = await siteOf([]);
    const digest = (n: number): string => n.toString(16).padStart(16, '0');
    const readersSoFar = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [digest(n), 2]));
    const since = { beganAt: scene.engine.now().toISOString(), movedAt: scene.engine.now().toISOString() };
    await plant(scene.store, NOTICE_READERS, NOTICE_READERS_KEY, { version: 1, ...since, readersSoFar });
    const cohort = '1';
    const member = { accountId: idOf(1), updatedAt: AT };
    await plant(scene.store, COHORT, cohort, { ...emptyCohort(), size: 1, members: [member] });
    const standing = { accountId: idOf(1), version: 1, counts: {}, empty: false, changedAt: AT, cohort };
    await plant(scene.store, STANDING, `standing#${idOf(1)}`, {
      ...standing,
      noticeVersion: NEW,
      noticeAt: AT,
    });
    await countReaders(scene.engine);
    await expect(numbers(scene)).resolves.toMatchObject({ readers: [1, 0], others: 80, counted: true });
  });

  it('is begun anew where a count did not go on', async () => {
    const scene = await siteOf(Array<string[]>(9).fill([NEW]));
    await countReaders(scene.engine);
    scene.pushed.splice(0);
    scene.pass(61 * MINUTE_MS);
    await numbers(scene);
    await settle(scene);
    await expect(numbers(scene)).resolves.toMatchObject({ readers: [9, 0] });
  });

  it('agrees with the rows, whatever comes twice and however people are grouped', async () => {
    const version = fc.constantFrom(OLD, NEW, FORGOTTEN, undefined);
    const cohorts = fc.array(fc.array(version, { maxLength: 6 }), { minLength: 2, maxLength: 14 });
    const doubled = fc.array(fc.boolean(), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(cohorts, doubled, async (read, twice) => {
        const scene = await siteOf(read);
        await numbers(scene);
        let n = 0;
        await settle(scene, () => twice[n++ % twice.length] === true);
        const of = (which: string | undefined) => read.flat().filter((one) => one === which).length;
        await expect(numbers(scene)).resolves.toEqual({
          readers: [of(NEW), of(OLD)],
          unread: of(undefined),
          others: of(FORGOTTEN),
          counted: true,
        });
      }),
      { numRuns: runCount(30, 300) },
    );
  });
});
