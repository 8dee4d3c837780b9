import fc from 'fast-check';
import type { Notice, NoticeChange } from '../../src/contract';
import { packed } from '../../src/storage/packed';
import { sha256 } from '../../src/privacy/digest';
import { runCount } from '../setup/run-count';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const app = useForge();
const DAY_MS = 86_400_000;
const TODAY = '2026-03-02';
const anna = () => app.person(PEOPLE.anna);
const admin = () => app.person(PEOPLE.admin);
const saving = (more: object = {}) => ({
  retentionDays: {},
  selfErasure: 'at-once',
  removedDays: 30,
  ...more,
});
const daily = () => app.forge.schedule.run('daily');
const notice = () => anna().user('getNotice');
const versions = async () => (await anna().user('listNoticeVersions')).versions;
const changes = async () => (await anna().user('getOverview')).notice.changes;
const read = async (person = anna()) =>
  person.user('acknowledgeNotice', { version: (await notice()).version });

/** What a person would find by comparing the texts: the titles under which a sentence differs. */
function titlesThatDiffer(before: Notice, after: Notice): string[] {
  const texts = (one: Notice): Map<string, string> =>
    new Map([
      ['Your data in this app', JSON.stringify([one.line, one.screen, one.controllerPage])],
      ...one.sections.map(({ id, title, paragraphs }) => {
        const page = id === 'responsible' ? one.controllerPage : undefined;
        return [title, JSON.stringify([paragraphs, page])] as const;
      }),
      ...one.dataSets.map((set) => [set.title, JSON.stringify(set)] as const),
    ]);
  const [was, is] = [texts(before), texts(after)];
  return [...new Set([...was.keys(), ...is.keys()])].filter((title) => was.get(title) !== is.get(title));
}

describe('The versions of the notice', () => {
  it('are noted when people read, when settings change and by the day, each once', async () => {
    await anna().log(TODAY);
    expect(await versions()).toEqual([]);
    await read();
    await read(app.person(PEOPLE.ben));
    await daily();
    const first = await notice();
    expect(await versions()).toEqual([
      { version: first.version, from: expect.stringMatching(/^2026-03-02T/) as string },
    ]);
    await admin().saveSettings(saving({ selfErasure: 'after-approval' }));
    const second = await notice();
    const [newest, oldest] = await versions();
    expect([newest?.version, oldest?.version]).toEqual([second.version, first.version]);
    expect(oldest?.until).toBe(newest?.from);
    await daily();
    await daily();
    expect(await versions()).toHaveLength(2);
  });

  it('say word for word what was in force, to people and administrators', async () => {
    await anna().log(TODAY);
    const first = await notice();
    await admin().saveSettings(saving({ keepTotals: true, controllerPage: '20001' }));
    expect((await notice()).version).not.toBe(first.version);
    const { version } = first;
    await expect(anna().user('getNoticeVersion', { version })).resolves.toEqual(first);
    await expect(admin().admin('getNoticeVersion', { version })).resolves.toEqual(first);
  });

  it('begin when what waited came into force, not when that was noticed', async () => {
    await anna().log(TODAY);
    const { version, retention } = await admin().admin('getSettings');
    const days = Object.fromEntries(retention.map((one) => [one.dataSet, one.days]));
    const wanted = { ...saving(), version, retentionDays: { ...days, 'time-entry': 90 } };
    const { waiting } = await admin().admin('saveSettings', wanted);
    expect(await versions()).toHaveLength(1);
    await app.forge.clock.advance(3 * DAY_MS);
    await daily();
    const [newest] = await versions();
    expect(newest).toEqual({ version: (await notice()).version, from: waiting[0]?.from });
  });

  it('that were in force before are noted again, with one text', async () => {
    await anna().log(TODAY);
    await admin().saveSettings(saving({ controllerPage: '20001' }));
    await admin().saveSettings(saving({ controllerPage: 'none' }));
    const [third, second, first] = await versions();
    expect(third?.version).toBe(first?.version);
    expect(second?.version).not.toBe(first?.version);
    expect(app.stored('notice-text')).toHaveLength(2);
  });

  it('are forgotten beyond the newest 40 changes, with their texts', async () => {
    await anna().log(TODAY);
    const first = await notice();
    for (let days = 31; days < 74; days += 1) {
      await admin().saveSettings(saving({ removedDays: days }));
    }
    expect(await versions()).toHaveLength(40);
    expect(app.stored('notice-text')).toHaveLength(40);
    await expect(anna().user('getNoticeVersion', { version: first.version })).resolves.toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  }, 120_000);

  it('are not noted in a store that nobody uses', async () => {
    await daily();
    await read();
    expect(app.stored()).toEqual([]);
  });

  it('cost a change of settings nothing where storage does not take them', async () => {
    await anna().log(TODAY);
    app.forge.faults.add({
      remote: 'kvs',
      matches: (call) => JSON.stringify(call).includes('notice-archive'),
      outcome: { kind: 'answer', status: 500 },
    });
    await admin().saveSettings(saving({ keepTotals: true }));
    await expect(admin().admin('getSettings')).resolves.toMatchObject({ keepTotals: true });
  });
});

describe('What changed since somebody read the notice', () => {
  it('is told by title, on My data, and counted on the work item', async () => {
    await anna().log(TODAY);
    await read();
    expect(await changes()).toBeUndefined();
    await admin().saveSettings(saving({ retentionDays: { 'time-entry': 400 } }));
    const told = (await changes()) ?? [];
    expect(told).toContainEqual({
      kind: 'section',
      id: 'time',
      title: 'How long',
      change: 'changed',
    } satisfies NoticeChange);
    expect(told).toContainEqual(expect.objectContaining({ kind: 'data-set', id: 'time-entry' }));
    const panel = await anna().user('getPanel', {}, '20001');
    expect(panel.notice).toMatchObject({ acknowledged: false, changed: told.length });
    await read();
    expect(await changes()).toBeUndefined();
  });

  it('is exactly what differs in the text, whatever was set', async () => {
    await anna().log(TODAY);
    const settings = fc.record(
      {
        retentionDays: fc.record({ 'time-entry': fc.integer({ min: 30, max: 3650 }) }, { requiredKeys: [] }),
        selfErasure: fc.constantFrom('at-once', 'after-approval'),
        removedDays: fc.constantFrom(0, 30, 60),
        keepTotals: fc.boolean(),
        controllerPage: fc.constantFrom('none', '20001', '20002'),
        bases: fc.constantFrom({}, { 'time-recording': 'contract' }, { requests: 'legal-obligation' }),
      },
      { requiredKeys: ['retentionDays', 'selfErasure', 'removedDays'] },
    );
    await fc.assert(
      fc.asyncProperty(settings, settings, async (one, other) => {
        await admin().saveSettings(one);
        await read();
        const before = await notice();
        await admin().saveSettings(other);
        const after = await notice();
        const told = await changes();
        const isSame = before.version === after.version;
        expect(told === undefined).toBe(isSame);
        expect((told ?? []).map(({ title }) => title).sort()).toEqual(titlesThatDiffer(before, after).sort());
        for (const period of await versions()) {
          const { version } = period;
          const text = await anna().user('getNoticeVersion', { version });
          expect(text.version).toBe(version);
        }
      }),
      { numRuns: runCount(6, 60) },
    );
  }, 240_000);

  it('is not told where the version that they read was never noted, or its row is not what was noted', async () => {
    await anna().log(TODAY);
    await read();
    const { version } = await notice();
    const { storageId } = app.forge.installations.get();
    const plant = (text: string) =>
      app.forge.storage.load(storageId, [
        {
          store: 'entity',
          entityName: 'app-state',
          key: `notice-text#${version}`,
          value: { kind: 'notice-text', id: version, digest: version, fields: { text } },
        },
      ]);
    await admin().saveSettings(saving({ keepTotals: true }));
    expect(await changes()).toBeDefined();
    for (const text of [
      'AAAA',
      packed('no notice'),
      packed(JSON.stringify({ line: 'Nothing is stored about you.' })),
      packed('x'.repeat(600_000)),
    ]) {
      await plant(text);
      expect(await changes()).toBeUndefined();
      const shown = await anna().user('getNoticeVersion', { version });
      expect(shown).toMatchObject({ error: { code: 'NOT_FOUND' } });
    }
  });

  it('is not told of a text that is no notice, though its digest fits', async () => {
    await anna().log(TODAY);
    const text = JSON.stringify({ sections: [{ id: 1 }] });
    const version = sha256(text).slice(0, 16);
    const { storageId } = app.forge.installations.get();
    await app.forge.storage.load(storageId, [
      {
        store: 'entity',
        entityName: 'app-state',
        key: `notice-text#${version}`,
        value: { kind: 'notice-text', id: version, digest: version, fields: { text: packed(text) } },
      },
    ]);
    const shown = await anna().user('getNoticeVersion', { version });
    expect(shown).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });
});

it('A change that is refused notes no version', async () => {
  await anna().log(TODAY);
  const refused = await admin().saveSettings(saving({ removedDays: 400 }));
  expect(refused).toMatchObject({ error: { code: 'INVALID' } });
  expect(await versions()).toEqual([]);
});

it('An update of the app is noted from when it was noticed, whatever waited before', async () => {
  await anna().log(TODAY);
  const { version, retention } = await admin().admin('getSettings');
  const days = Object.fromEntries(retention.map((one) => [one.dataSet, one.days]));
  await admin().admin('saveSettings', {
    ...saving(),
    version,
    retentionDays: { ...days, 'time-entry': 90 },
  });
  await app.forge.clock.advance(2 * DAY_MS);
  await read();
  await app.forge.clock.advance(2 * DAY_MS);
  await admin().saveSettings(saving({ keepTotals: true }));
  const froms = (await versions()).map(({ from }) => from.slice(0, 10));
  expect(froms).toEqual(['2026-03-06', '2026-03-03', '2026-03-02']);
});
