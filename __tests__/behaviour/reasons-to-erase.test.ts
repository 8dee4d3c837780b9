import fc from 'fast-check';
import {
  ACCESS_REASONS,
  AUDIT_REASONS,
  ERASURE_REASONS,
  GIVEN_REASONS,
} from '../../src/privacy/data-sets/reasons';
import { erasureReasons, givenReasons } from '../../static/shared/access-words';
import { runCount } from '../setup/run-count';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const app = useForge();
const TODAY = '2026-03-02';
const { anna: accountId } = PEOPLE;
const anna = () => app.person(accountId);
const admin = () => app.person(PEOPLE.admin);
const receiptHash = 'a'.repeat(64);

beforeEach(async () => {
  await anna().log(TODAY);
});

const idOfEntry = async () => String((await anna().user('listEntries')).entries[0]?.id);

/** Each way to erase, or to see what an erasure would delete. */
const erasing: Record<string, (reason: string) => Promise<{ error?: unknown }>> = {
  previewErasureOf: (reason) => admin().admin('previewErasureOf', { accountId, reason }),
  erasePerson: (reason) => admin().admin('erasePerson', { accountId, reason, receiptHash }),
  erasePeople: (reason) =>
    admin().admin('erasePeople', { people: [{ accountId, receiptHash }], reason }) as never,
};

/** Everything else that takes a reason. */
const others: Record<string, (reason: string) => Promise<{ error?: unknown }>> = {
  listEntriesOf: (reason) => admin().admin('listEntriesOf', { accountId, reason }),
  exportPageOf: (reason) => admin().admin('exportPageOf', { accountId, reason }),
  deleteEntriesOf: async (reason) =>
    admin().admin('deleteEntriesOf', { accountId, reason, ids: [await idOfEntry()] }),
  correctEntryOf: async (reason) => {
    const id = await idOfEntry();
    return admin().admin('correctEntryOf', { accountId, reason, id, startedOn: TODAY, duration: '2h' });
  },
  setRestrictionOf: (reason) => admin().admin('setRestrictionOf', { accountId, reason, restricted: true }),
  dismissAnnounced: (reason) => admin().admin('dismissAnnounced', { accountId, reason }),
  undoWebhook: (reason) => admin().admin('undoWebhook', { reason }),
};

const REFUSED = { error: { code: 'INVALID', fields: { reason: { key: 'refused.choose' } } } };
const only = (reasons: readonly string[], but: readonly string[]): string[] =>
  reasons.filter((reason) => !but.includes(reason));
const TO_ERASE_ONLY = only(ERASURE_REASONS, GIVEN_REASONS);
const NEVER_TO_ERASE = only([...ACCESS_REASONS, 'because', ''], ERASURE_REASONS);

test('the reasons to erase are those of GDPR art. 17(1), and leaving; pages offer what the app takes', () => {
  expect(ERASURE_REASONS).toEqual([
    ...['person-asked', 'left-organisation', 'no-longer-needed', 'unlawful', 'legal-duty', 'objection'],
  ]);
  expect(TO_ERASE_ONLY).toEqual(['no-longer-needed', 'unlawful', 'objection']);
  expect(NEVER_TO_ERASE).toEqual(['correction', 'security', 'support', 'because', '']);
  expect(new Set(AUDIT_REASONS)).toEqual(new Set([...ACCESS_REASONS, ...ERASURE_REASONS]));
  expect([...erasureReasons]).toEqual([...ERASURE_REASONS]);
  expect([...givenReasons]).toEqual([...GIVEN_REASONS]);
});

describe.each(Object.keys(erasing))('%s', (name) => {
  it.each(NEVER_TO_ERASE)(
    'is refused for %j, which is no reason to erase, and nothing is written',
    async (reason) => {
      const before = app.stored();
      expect(await erasing[name]?.(reason)).toMatchObject(REFUSED);
      expect(app.stored()).toEqual(before);
    },
  );

  it.each([...ERASURE_REASONS])('takes %s', async (reason) => {
    expect(await erasing[name]?.(reason)).not.toHaveProperty('error');
  });
});

describe.each(Object.keys(others))('%s', (name) => {
  it.each(TO_ERASE_ONLY)('is refused for %s, which is a reason to erase only', async (reason) => {
    await idOfEntry();
    const before = app.stored();
    expect(await others[name]?.(reason)).toMatchObject(REFUSED);
    expect(app.stored()).toEqual(before);
  });
});

test.each(TO_ERASE_ONLY)('who erases for %s writes it down, and it is found by it', async (reason) => {
  await erasing['previewErasureOf']?.(reason);
  const note = { on: TODAY, role: 'administrator', what: 'erasure-previewed', reason };
  expect((await anna().user('getOverview')).accesses).toEqual([note]);
  const exported = JSON.stringify(await anna().user('exportPage'));
  expect(exported).toContain(reason);
  await erasing['erasePeople']?.(reason);
  await app.forge.queue.settle();
  await admin().admin('listEntriesOf', { accountId: PEOPLE.anna, reason: 'security' });
  const { rows } = await admin().admin('getAuditLog', { reason });
  expect(rows.map(({ event }) => event)).toEqual(['erasure-asked', 'erasure-previewed']);
  expect(JSON.stringify(app.stored('erasure'))).not.toContain(reason);
});

describe('What a version wrote that erased for other reasons', () => {
  const asBefore = async (dataSet: string) => {
    const { storageId } = app.forge.installations.get();
    const rows = app.forge.storage.dump(storageId);
    const before = rows.filter((row) => row.store === 'entity' && row.entityName === dataSet);
    expect(JSON.stringify(before)).toContain('left-organisation');
    const text = JSON.stringify(before).replaceAll('left-organisation', 'correction');
    await app.forge.storage.load(storageId, JSON.parse(text) as typeof before);
  };

  it('is shown, found and exported', async () => {
    await erasing['previewErasureOf']?.('left-organisation');
    await asBefore('audit');
    const { accesses } = await anna().user('getOverview');
    expect(accesses).toMatchObject([{ what: 'erasure-previewed', reason: 'correction' }]);
    const { rows } = await admin().admin('getAuditLog', { reason: 'correction' });
    expect(rows).toMatchObject([{ event: 'erasure-previewed', reason: 'correction' }]);
    expect(JSON.stringify(await anna().user('exportPage'))).toContain('"correction"');
  });

  it('is carried out, where an erasure was noted', async () => {
    app.forge.queue.mode.losses = 1;
    await erasing['erasePeople']?.('left-organisation');
    app.forge.queue.mode.losses = 0;
    await asBefore('erasure');
    await app.forge.clock.advance(2 * 86_400_000);
    expect(app.stored('time-entry')).toEqual([]);
    const { rows } = await admin().admin('getAuditLog', { reason: 'correction' });
    expect(rows).toMatchObject([{ event: 'erasure-asked', reason: 'correction' }]);
  });
});

describe('Of somebody who restricted the use of their data', () => {
  /** They may oppose the erasure and want the restriction instead: art. 18(1)(b). */
  it('an erasure that was noted for unlawful processing does not begin', async () => {
    app.forge.queue.mode.losses = 1;
    await erasing['erasePeople']?.('unlawful');
    await anna().user('setRestriction', { restricted: true });
    app.forge.queue.mode.losses = 0;
    await app.forge.clock.advance(2 * 86_400_000);
    expect(app.stored('time-entry')).toHaveLength(1);
    expect(app.stored('erasure')).toEqual([]);
  });
});

test('an objection that is approved erases by its own way, whatever reasons there are to erase', async () => {
  const { id } = await anna().user('openRequest', { type: 'objection', restricts: true });
  expect(await erasing['erasePerson']?.('objection')).toMatchObject({ error: { code: 'CONFLICT' } });
  const decided = { accountId, type: 'objection', id, decision: 'approve', outcome: 'erase' };
  expect(await admin().admin('decideRequest', decided)).not.toHaveProperty('error');
  await app.forge.clock.advance(3_600_000);
  expect(app.stored('time-entry')).toEqual([]);
});

test('no call takes a reason that is not on its list, however it is spelled', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string(),
        fc.constantFrom(...ERASURE_REASONS).map((reason) => ` ${reason}`),
      ),
      async (reason) => {
        fc.pre(!([...ERASURE_REASONS, ...GIVEN_REASONS] as string[]).includes(reason));
        for (const call of [...Object.values(erasing), ...Object.values(others)])
          expect(await call(reason)).toMatchObject(REFUSED);
      },
    ),
    { numRuns: runCount(5, 50) },
  );
});
