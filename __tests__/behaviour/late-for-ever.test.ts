import type { AuditLine } from '../../src/privacy/data-sets/audit';
import type { ErasureJob } from '../../src/privacy/data-sets/erasure-job';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const app = useForge();
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const HASH = 'e'.repeat(64);

const stored = () => app.stored('erasure')[0]?.value as ErasureJob;
const namesAnna = () => app.stored().filter((row) => JSON.stringify(row).includes(PEOPLE.anna));

/** What the audit log says of erasures, oldest first, however late lists are. */
const events = (): string[] =>
  app
    .stored('audit')
    .map(({ value }) => value as AuditLine)
    .sort((one, other) => (one.position < other.position ? -1 : 1))
    .map(({ event }) => event)
    .filter((event) => event.startsWith('erasure'));

async function passDays(days: number): Promise<void> {
  for (let day = 0; day < days; day += 1) await app.forge.clock.advance(DAY_MS);
}

describe('An index that lists what is gone, for ever', () => {
  const forEver = (): void => void (app.forge.storage.settings.queryLagMs = 3 * 365 * DAY_MS);
  const receipt = () => app.stored('receipt')[0]?.value;

  it('does not hold up an erasure that found all that was counted', async () => {
    for (const day of ['2026-02-26', '2026-02-27']) await app.person(PEOPLE.anna).log(day);
    await app.person(PEOPLE.anna).user('eraseMyData', { receiptHash: HASH });
    forEver();
    await app.forge.clock.advance(3 * HOUR_MS);
    expect(stored()).toMatchObject({ state: 'verifying' });
    await app.forge.clock.advance(3 * HOUR_MS);
    expect(stored()).toMatchObject({ state: 'done', erased: { 'time-entry': 2 } });
    expect(namesAnna()).toEqual([]);
    expect(receipt()).toMatchObject({ erased: { 'time-entry': 2 } });
    expect(receipt()).not.toHaveProperty('missed');
    expect(events()).toEqual(['erasure-asked', 'erasure-done']);
  });

  it('holds up for a week one that did not, since it may list the rest late; then the receipt says so', async () => {
    const { settings } = app.forge.storage;
    const anna = app.person(PEOPLE.anna);
    await anna.log('2026-02-26');
    settings.queryLagMs = 12 * DAY_MS;
    await anna.log('2026-02-27');
    settings.queryLagMs = 0;
    await anna.user('eraseMyData', { receiptHash: HASH });
    settings.queryLagMs = 12 * DAY_MS;
    await passDays(6);
    expect(stored()).toMatchObject({ state: 'stuck', problem: 'still-listed' });
    await passDays(3);
    expect(stored()).toMatchObject({ state: 'done', erased: { 'time-entry': 1 } });
    expect(receipt()).toMatchObject({ erased: { 'time-entry': 1 }, missed: { 'time-entry': 1 } });
    expect(new Set(events())).toEqual(
      new Set(['erasure-asked', 'erasure-stuck', 'erasure-done', 'erasure-records-missed']),
    );
    // Once it is listed, and the erasure as one to confirm, a pass finds it, and it is erased.
    settings.queryLagMs = 0;
    await passDays(14);
    expect(namesAnna()).toEqual([]);
  });
});
