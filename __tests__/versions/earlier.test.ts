import { readFileSync } from 'node:fs';
import type { LocalForge } from '../../local/forge';
import type { LoadedRow } from '../../local/storage';
import { personOf } from '../behaviour/person';
import { storeMentions } from '../properties/stored';
import { openTestForge } from '../setup/test-forge';
import { PEOPLE } from '../setup/test-site';
import { storedRows } from '../setup/use-forge';
import { failuresOfEveryFunction } from './every-function';

const { admin, anna, ben, chloe } = PEOPLE;
const DAY_MS = 86_400_000;
/** When its rows were read: a day after Ben began to erase himself. */
const READ_AT = Date.UTC(2026, 2, 4, 9);

/** A store that version 0.1.0 wrote: Anna has entries and a request, Chloé was erased, and an erasure of Ben's runs. */
const ROWS = JSON.parse(readFileSync(`${__dirname}/rows-0.1.0.json`, 'utf8')) as LoadedRow[];

let forge: LocalForge;
afterEach(() => forge.close());

/** This version finds that store. */
async function updated(startAt = READ_AT): Promise<void> {
  forge = await openTestForge({ startAt, storage: { unknownAttributes: 'kept' } });
  await forge.storage.load(forge.installations.get().storageId, ROWS);
  forge.storage.settings.unknownAttributes = 'refused';
}

const entryIds = (): string[] => storedRows(forge, 'time-entry').map(({ key }) => key.split('#')[1] ?? '');
const request = (): { id: string } => storedRows(forge, 'request')[0]?.value as { id: string };

describe('A store of version 0.1.0', () => {
  it('is served by every function, and what it holds can be changed and deleted', async () => {
    await updated();
    const [first = '', ...others] = entryIds();
    const { id } = request();
    const failures = await failuresOfEveryFunction(forge, anna, {
      deleteEntries: { ids: [first] },
      decideRequest: { type: 'access', id, decision: 'approve', reason: undefined, keptUntil: undefined },
      extendRequest: { id },
    });
    expect(failures).toEqual([]);
    expect(entryIds()).toEqual(expect.arrayContaining(others));
    expect(entryIds()).not.toContain(first);
    const deleted = await personOf(forge, admin).admin('deleteEntriesOf', {
      accountId: anna,
      reason: 'person-asked',
      ids: others,
    });
    expect(deleted).toMatchObject({ deleted: others.length });
  });

  it('exports everything', async () => {
    await updated();
    const page = await personOf(forge, anna).user('exportPage');
    expect(page.parts.find(({ dataSet }) => dataSet === 'time-entry')?.records).toHaveLength(3);
    expect(page).not.toHaveProperty('error');
  });

  it('ends its periods', async () => {
    await updated(READ_AT + 400 * DAY_MS);
    await forge.clock.advance(2 * DAY_MS);
    expect(entryIds()).toEqual([]);
    expect(storedRows(forge, 'standing')).toMatchObject([{ value: { counts: { request: 1 } } }]);
  });

  it('ends the erasure that ran, and erases whoever asks for it, without a trace', async () => {
    await updated();
    await forge.clock.advance(2 * DAY_MS);
    expect(storeMentions(forge, ben)).toBe(false);
    await personOf(forge, anna).user('eraseMyData', { receiptHash: 'c'.repeat(64) });
    await forge.clock.advance(2 * DAY_MS);
    for (const accountId of [anna, ben, chloe]) expect(storeMentions(forge, accountId)).toBe(false);
    const states = storedRows(forge, 'erasure').map(({ value }) => (value as { state: string }).state);
    expect(new Set(states)).toEqual(new Set(['confirmed']));
  });
});
